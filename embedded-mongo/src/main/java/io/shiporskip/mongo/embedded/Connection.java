package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: let in once it has presented the secret, then answered one request after the other, off the event loop, so
 * that any number of connections can wait for one sync together.
 */
final class Connection extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int UNAUTHORIZED = 13;
    private static final int INTERNAL_ERROR = 1;

    private final Supervisor supervisor;
    private final Secret secret;
    private final Executor executor;
    private volatile boolean admitted;

    Connection(Supervisor supervisor, Secret secret, Executor executor) {
        this.supervisor = supervisor;
        this.secret = secret;
        this.executor = executor;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        context.channel().config().setAutoRead(false);
        executor.execute(() -> {
            try {
                send(context, reply(request, answer(context, request)));
            } catch (Throwable e) {
                // An Error: without an answer its client would wait for ever, with its connection it knows.
                log.error("a command failed and its connection is closed", e);
                context.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            }
        });
    }

    private void send(ChannelHandlerContext context, Object reply) {
        // What cannot be encoded fails here, and is an answer that never comes.
        var sent = context.writeAndFlush(reply).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        if (admitted) {
            context.channel().config().setAutoRead(true);
        } else {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private Document answer(ChannelHandlerContext context, ClientRequest request) {
        try {
            Document command = command(request);
            String name = command.keySet().iterator().next();
            boolean hello = CommandKind.of(name) == CommandKind.HELLO;
            if (!admitted && !(hello && secret.isPresentedBy(command))) {
                throw new MongoServerError(
                        UNAUTHORIZED, "Unauthorized", "this server belongs to one application and you are not it");
            }
            admitted = true;
            if (hello) {
                return supervisor
                        .engine()
                        .handle(context.channel(), "admin", "ismaster", command)
                        .append("isWritablePrimary", true);
            }
            if (request instanceof MongoMessage message) {
                return supervisor.engine().handle(message);
            }
            throw new MongoServerError(59, "CommandNotFound", "only hello is spoken in the old protocol: " + name);
        } catch (MongoServerException e) {
            log.debug("refused: {}", e.getMessage());
            return error(e);
        } catch (RuntimeException e) {
            log.error("a command failed", e);
            return error(new MongoServerError(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessage())));
        }
    }

    private static Document command(ClientRequest request) {
        if (request instanceof MongoMessage message) {
            return message.getDocument();
        }
        Document query = ((MongoQuery) request).getQuery();
        return query.get("$query") instanceof Document wrapped ? wrapped : query;
    }

    private static Object reply(ClientRequest request, Document answer) {
        MessageHeader header = new MessageHeader(0, request.getHeader().getRequestID());
        return request instanceof MongoMessage
                ? new MongoMessage(request.getChannel(), header, answer)
                : new MongoReply(header, List.of(answer), 0);
    }

    private static Document error(MongoServerException e) {
        Document answer = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError known) {
            answer.append("code", known.getCode());
            answer.putIfNotNull("codeName", known.getCodeName());
        }
        return answer;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.warn("a connection is closed: {}", cause.toString());
        context.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}
