package io.zmq4j.spring;

import io.zmq4j.DealerSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.codec.Codec;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.core.ParameterizedTypeReference;

/**
 * Sends values and asks by sockets of the application, each by its name. A value is a {@link Message}, a {@code String}, a
 * {@code byte[]}, or whatever has a codec: with the module {@code jackson} anything that is JSON. Safe for any thread; a bean.
 *
 * <pre>{@code
 * zmq.send("audit", new Booked(order));
 * Receipt receipt = zmq.request("orders", order, Receipt.class);
 * }</pre>
 */
public class ZmqTemplate {
    private final Sockets sockets;
    private final Codecs codecs;
    private final Duration sendTimeout;
    private final Duration requestTimeout;

    /**
     * A template over these sockets.
     *
     * @param sendTimeout how long a send waits for a peer that takes the message
     * @param requestTimeout how long a request waits for its reply, unless the call says
     */
    public ZmqTemplate(Sockets sockets, Codecs codecs, Duration sendTimeout, Duration requestTimeout) {
        this.sockets = Objects.requireNonNull(sockets, "sockets");
        this.codecs = Objects.requireNonNull(codecs, "codecs");
        this.sendTimeout = Objects.requireNonNull(sendTimeout, "sendTimeout");
        this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
    }

    /**
     * Sends a value as one message, waiting at most {@code zmq4j.template.send-timeout}, 5 s unless it is set.
     *
     * @throws WaitTimeoutException if that passed and nobody took the message
     * @throws IllegalArgumentException if there is no such socket, it cannot send, or the value has no codec
     */
    public void send(String socket, Object value) {
        sendMessage(socket, message(value));
    }

    /** As {@link #send(String, Object)}, with a topic as the first frame, for PUB and XPUB. */
    public void send(String socket, String topic, Object value) {
        Objects.requireNonNull(topic, "topic");
        sendMessage(socket, message(value).prepend(topic));
    }

    private void sendMessage(String socket, Message message) {
        if (!sockets.get(socket, Sender.class).send(message, sendTimeout)) {
            throw new WaitTimeoutException(
                    "the socket \"" + socket + "\" did not take a message within " + sendTimeout.toMillis() + " ms");
        }
    }

    /** As {@link #request(String, Object, Class, Duration)}, with {@code zmq4j.template.request-timeout}, 5 s unless it is set. */
    public <T> T request(String socket, Object request, Class<T> reply) {
        return request(socket, request, reply, requestTimeout);
    }

    /**
     * Asks by a REQ or DEALER, once, and waits for the reply. The calls of many threads go by a DEALER at the same time, by a REQ one
     * after the other.
     *
     * @throws io.zmq4j.error.RequestFailedException if there is no reply in time
     * @throws io.zmq4j.error.DecodeException if the reply is no such value, as of a listener that failed: {@code ["", "error"]}
     * @throws IllegalArgumentException if there is no such socket, it is no REQ or DEALER, or a value has no codec
     */
    public <T> T request(String socket, Object request, Class<T> reply, Duration timeout) {
        return ask(socket, message(request), codecs.of(reply), timeout);
    }

    /** As {@link #request(String, Object, Class, Duration)}, for a generic type. */
    public <T> T request(String socket, Object request, ParameterizedTypeReference<T> reply, Duration timeout) {
        return ask(socket, message(request), codecs.of(reply), timeout);
    }

    /**
     * Asks by a DEALER and gives the reply as a future, which fails as {@link DealerSocket#request(Message, Duration)} says, or with
     * {@link io.zmq4j.error.DecodeException}.
     */
    public <T> CompletableFuture<T> requestAsync(String socket, Object request, Class<T> reply, Duration timeout) {
        var codec = codecs.of(reply);
        return sockets.get(socket, DealerSocket.class)
                .request(message(request), timeout)
                .thenApply(codec::decode);
    }

    private <T> T ask(String name, Message request, Codec<T> codec, Duration timeout) {
        Socket socket = sockets.get(name);
        if (socket instanceof ReqSocket req) {
            return codec.decode(req.request(request, timeout));
        }
        if (socket instanceof DealerSocket dealer) {
            return codec.decode(await(dealer.request(request, timeout)));
        }
        throw new IllegalArgumentException(
                "the socket \"" + name + "\" is a " + socket.type() + ": requests go by a REQ or DEALER");
    }

    /** It has an end of its own, by the time that the request was given. */
    private static Message await(CompletableFuture<Message> reply) {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            reply.cancel(false);
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for a reply");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ZmqException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private Message message(Object value) {
        Type type = Objects.requireNonNull(value, "value").getClass();
        return codecs.of(type).encode(value);
    }
}
