package io.shiporskip.log.read;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.shiporskip.log.TestServer;
import java.util.concurrent.atomic.AtomicInteger;

/** How often the test's server has answered a query of a client. */
final class FindCount implements CommandListener {

    private final AtomicInteger answered = new AtomicInteger();

    MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestServer.uri()))
                .addCommandListener(this)
                .build());
    }

    int answered() {
        return answered.get();
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (event.getCommandName().equals("find")) {
            answered.incrementAndGet();
        }
    }
}
