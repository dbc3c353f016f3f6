package io.shiporskip.standalone.verify;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.shiporskip.log.verify.LogVerification;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import io.shiporskip.standalone.run.StandaloneSettings;
import io.shiporskip.standalone.server.Api;
import io.shiporskip.standalone.server.ServerOptions;
import io.shiporskip.standalone.terminal.ExitCodes;
import io.shiporskip.standalone.terminal.ProgressLine;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code log verify}: over a server that runs, or straight on a data folder that none holds. */
@Command(
        name = "verify",
        description = {
            "Reads the whole log and checks that it is what was written: positions without a gap, each event once,",
            "and the chain of hashes from the first block on. Names each block that is not, and ends with 1."
        })
public final class LogVerifyVerb implements Callable<Integer> {

    private static final String DATABASE = "ship-or-skip";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        Optional<Api> running = server.running();
        Findings findings = running.isPresent() ? asked(running.get()) : read(server);
        findings.print(System.out);
        return findings.sound() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static Findings asked(Api api) {
        try (ProgressLine progress = new ProgressLine()) {
            progress.show("The server reads its log …");
            return Findings.of(api.post("/api/log/verifications").body());
        }
    }

    private static Findings read(ServerOptions options) {
        Optional<String> external = StandaloneSettings.externalMongodb();
        if (external.isPresent()) {
            return read(external.get());
        }
        options.requireData();
        try (EmbeddedMongo mongo = EmbeddedMongo.open(options.data())) {
            return read(mongo.connectionString());
        }
    }

    private static Findings read(String uri) {
        String named = new ConnectionString(uri).getDatabase();
        try (MongoClient client = MongoClients.create(uri);
                ProgressLine progress = new ProgressLine()) {
            LogVerification verification = new LogVerification(client.getDatabase(named == null ? DATABASE : named));
            return Findings.of(verification.run((done, total) ->
                    progress.show("Read " + done + " of " + total + " positions, " + (total - done) + " left")));
        }
    }
}
