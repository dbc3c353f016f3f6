package io.shiporskip.log.faults;

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

/** A network between a client and its server that loses what it is told to lose: of inserts, and of reads. */
public final class CuttingProxy implements AutoCloseable {

    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final ServerSocket listener;
    private final ConnectionString uri;
    private final Supplier<Fate> insertFates;
    private final Supplier<Fate> readFates;
    private final Map<Fate, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger lateUnderWay = new AtomicInteger();

    /** Cuts inserts alone. */
    public CuttingProxy(String uri, Supplier<Fate> insertFates) throws IOException {
        this(uri, insertFates, () -> Fate.PASSES);
    }

    public CuttingProxy(String uri, Supplier<Fate> insertFates, Supplier<Fate> readFates) throws IOException {
        this.uri = new ConnectionString(uri);
        this.insertFates = insertFates;
        this.readFates = readFates;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** For clients in other processes. */
    public int port() {
        return listener.getLocalPort();
    }

    public MongoClient connect() {
        return connect(uri, port());
    }

    /** A client that goes through a proxy, and notices within milliseconds when the connection is back. */
    public static MongoClient connect(ConnectionString uri, int port) {
        ServerAddress here = new ServerAddress("127.0.0.1", port);
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(uri)
                .retryReads(true)
                .applyToClusterSettings(
                        cluster -> cluster.mode(ClusterConnectionMode.SINGLE).hosts(List.of(here)))
                .applyToServerSettings(server -> server.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS)
                        .heartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build());
    }

    /** How many requests met this fate. */
    public int count(Fate fate) {
        return counts.getOrDefault(fate, new AtomicInteger()).get();
    }

    public boolean nothingUnderWay() {
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
        private volatile boolean answerLate;
        private volatile boolean answerSwallowed;

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
                    Fate fate = fateOf(message);
                    switch (fate) {
                        case PASSES -> out.write(message);
                        case ANSWER_LATE -> {
                            answerLate = true;
                            out.write(message);
                        }
                        case ANSWER_SWALLOWED -> {
                            answerSwallowed = true;
                            out.write(message);
                        }
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
                    if (answerLate) {
                        answerLate = false;
                        LockSupport.parkNanos(LATE_NANOS);
                    }
                    if (!answerSwallowed) {
                        out.write(buffer, 0, n);
                    }
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

        private Fate fateOf(byte[] message) {
            String start = new String(message, 0, Math.min(message.length, 60), StandardCharsets.ISO_8859_1);
            Fate fate = start.contains("insert\0")
                    ? insertFates.get()
                    : start.contains("find\0") ? readFates.get() : Fate.PASSES;
            counts.computeIfAbsent(fate, any -> new AtomicInteger()).incrementAndGet();
            return fate;
        }
    }
}
