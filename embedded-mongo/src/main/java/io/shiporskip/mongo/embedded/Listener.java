package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a free port of the loopback interface, for a bounded number of connections. */
final class Listener implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 2_000;
    private static final int EVENT_LOOPS = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("embedded-mongo-", 0).factory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel channel;

    Listener(Supervisor supervisor, Secret secret) {
        this.channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 128)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        if (clients.size() >= MOST_CONNECTIONS) {
                            client.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
                            return;
                        }
                        clients.add(client);
                        client.pipeline()
                                .addLast(new MongoWireReplyEncoder())
                                .addLast(new ReplyEncoder())
                                .addLast(new RequestDecoder())
                                .addLast(new Connection(supervisor, secret, executor));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Takes no more requests, and lets those under way end. */
    @Override
    public void close() {
        boolean quiet = channel.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        quiet &= clients.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        executor.close();
        quiet &= loops.shutdownGracefully(0, 1, TimeUnit.SECONDS)
                .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!quiet) {
            log.warn("some connections did not close in time");
        }
    }
}
