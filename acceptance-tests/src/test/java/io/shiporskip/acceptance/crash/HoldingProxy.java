package io.shiporskip.acceptance.crash;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import io.shiporskip.mongo.testing.ProxiedServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

/** A network between the product and its MongoDB that can stop at one write, and all that waits for it stops with it. */
final class HoldingProxy implements AutoCloseable {

    private static final int LONGEST_MESSAGE = 48_000_000;

    private final ServerSocket listener;
    private final ServerAddress server;
    private final String uri;
    private volatile Hold hold = Hold.nothing();

    /** @param uri of the server, with the database */
    HoldingProxy(String uri) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        String direct = ProxiedServer.primaryOf(uri);
        String host = new ConnectionString(direct).getHosts().getFirst();
        server = new ServerAddress(host);
        this.uri = direct.replace(host, "127.0.0.1:" + listener.getLocalPort());
        Thread.ofVirtual().start(this::accept);
    }

    /** The database through this proxy. */
    String uri() {
        return uri;
    }

    void holdAt(Moment moment) {
        hold.end();
        hold = new Hold(moment);
    }

    /** Waits until the write has come and is held. */
    void awaitHeld() {
        try {
            if (!hold.awaitHeld(1, TimeUnit.MINUTES)) {
                throw new AssertionError("The product never came to " + hold.moment());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Nothing is held any longer; what was, is lost. */
    void holdNothing() {
        hold.end();
        hold = Hold.nothing();
    }

    @Override
    public void close() throws IOException {
        hold.end();
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket there = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> carry(client, there, true));
                Thread.ofVirtual().start(() -> carry(there, client, false));
            }
        } catch (IOException closed) {
            // The proxy was closed.
        }
    }

    private void carry(Socket from, Socket to, boolean requests) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] message = message(in);
                boolean goesOn = requests ? hold.request(from, message, out) : hold.answer(to, message, out);
                if (!goesOn) {
                    return;
                }
            }
        } catch (IOException closed) {
            // One end hung up; the other is closed with it.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** MongoDB's wire protocol: a message begins with its own length. */
    private static byte[] message(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < Integer.BYTES || length > LONGEST_MESSAGE) {
            throw new IOException("no message is " + length + " bytes long");
        }
        byte[] message = new byte[length];
        ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        in.readFully(message, Integer.BYTES, length - Integer.BYTES);
        return message;
    }
}
