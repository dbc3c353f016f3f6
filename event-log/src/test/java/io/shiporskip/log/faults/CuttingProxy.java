package io.shiporskip.log.append;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A network between an appender and its server that loses what it is told to lose. It cuts inserts alone. */
final class CuttingProxy implements AutoCloseable {

    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final ServerSocket listener;
    private final ConnectionString uri;
    private final Supplier<Fate> fates;
    private final Map<Fate, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger lateUnderWay = new AtomicInteger();

    CuttingProxy(String uri, Supplier<Fate> fates) throws IOException {
        this.uri = new ConnectionString(uri);
        this.fates = fates;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    MongoClient connect() {
        ServerAddress here = new ServerAddress("127.0.0.1", listener.getLocalPort());
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(uri)
                .retryReads(true)
                .applyToClusterSettings(
                        cluster -> cluster.mode(ClusterConnectionMode.SINGLE).hosts(List.of(here)))
                .applyToServerSettings(server -> server.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS)
                        .heartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build());
    }

    /** How many inserts met this fate. */
    int count(Fate fate) {
        return counts.getOrDefault(fate, new AtomicInteger()).get();
    }

    boolean nothingUnderWay() {
        return lateUnderWay.get() == 0;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                ServerAddress address = new ServerAddress(uri.getHosts().getFirst());
                Socket server = new Socket(address.getHost(), address.getPort());
                Link link = new Link(client, server);
                Thread.ofVirtual().start(link::requests);
                Thread.ofVirtual().start(link::answers);
            }
        } catch (IOException closed) {
            // The proxy was closed.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile boolean answerLost;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            try (server;
                    client) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                OutputStream out = server.getOutputStream();
                while (true) {
                    byte[] message = message(in);
                    Fate fate = isInsert(message) ? fates.get() : Fate.PASSES;
                    if (isInsert(message)) {
                        counts.computeIfAbsent(fate, any -> new AtomicInteger()).incrementAndGet();
                    }
                    switch (fate) {
                        case PASSES -> out.write(message);
                        case ANSWER_LOST -> {
                            answerLost = true;
                            out.write(message);
                        }
                        case REQUEST_LOST -> {
                            return;
                        }
                        case REQUEST_LATE -> {
                            deliverLate(message, out);
                            return;
                        }
                    }
                }
            } catch (IOException closed) {
                // One end hung up; the other is closed with it.
            }
        }

        private void deliverLate(byte[] message, OutputStream out) throws IOException {
            lateUnderWay.incrementAndGet();
            try {
                answerLost = true;
                client.close();
                LockSupport.parkNanos(LATE_NANOS);
                out.write(message);
                out.flush();
                // Until the server has answered, what it does is under way.
                answered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            } finally {
                lateUnderWay.decrementAndGet();
            }
        }

        void answers() {
            try {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] buffer = new byte[65536];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (answerLost) {
                        answered.countDown();
                        return;
                    }
                    out.write(buffer, 0, n);
                }
            } catch (IOException closed) {
                // One end hung up; the other is closed with it.
            } finally {
                answered.countDown();
                hangUp();
            }
        }

        private void hangUp() {
            try {
                client.close();
            } catch (IOException alreadyClosed) {
                // That is what was wanted.
            }
        }

        private static byte[] message(DataInputStream in) throws IOException {
            int length = Integer.reverseBytes(in.readInt());
            byte[] message = new byte[length];
            message[0] = (byte) length;
            message[1] = (byte) (length >> 8);
            message[2] = (byte) (length >> 16);
            message[3] = (byte) (length >> 24);
            in.readFully(message, 4, length - 4);
            return message;
        }

        private static boolean isInsert(byte[] message) {
            String start = new String(message, 0, Math.min(message.length, 60), StandardCharsets.ISO_8859_1);
            return start.contains("insert\0");
        }
    }
}
