package io.zmq4j.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the properties under {@code zmq4j} say. A key that is none fails the start.
 *
 * @param context The context that all sockets share.
 * @param options Options of all sockets, by libzmq's names; each counts for the types that have it.
 * @param sockets Sockets by name; each is a bean of that name.
 * @param listener Methods with ZmqListener.
 * @param template ZmqTemplate.
 * @param authenticator Who may connect to the sockets that are servers of a security mechanism.
 */
@ConfigurationProperties(prefix = "zmq4j", ignoreUnknownFields = false)
public record ZmqProperties(
        @DefaultValue ContextProperties context,
        @DefaultValue Map<String, String> options,
        @DefaultValue Map<String, SocketProperties> sockets,
        @DefaultValue ListenerProperties listener,
        @DefaultValue TemplateProperties template,
        @DefaultValue AuthenticatorProperties authenticator) {

    /**
     * The context that all sockets share.
     *
     * @param name Name of the context, with which the names of its threads begin. Default is that of the application.
     * @param ioLoops Number of I/O loops among which sockets are dealt out, 1 to 64.
     * @param closeTimeout How long the end of the application waits at most for messages on their way out.
     */
    public record ContextProperties(
            @Nullable String name,
            @DefaultValue("1") int ioLoops,
            @DefaultValue("30s") Duration closeTimeout) {}

    /**
     * Methods with ZmqListener.
     *
     * @param autoStartup Whether listeners begin with the application.
     * @param grace How long calls that are under way may go on when the application ends; less than
     *     spring.lifecycle.timeout-per-shutdown-phase.
     * @param deadLetters Name of the socket for messages that a listener could not deal with and has no other socket for.
     */
    public record ListenerProperties(
            @DefaultValue("true") boolean autoStartup,
            @DefaultValue("20s") Duration grace,
            @DefaultValue("") String deadLetters) {}

    /**
     * ZmqTemplate.
     *
     * @param sendTimeout How long a send waits for a peer that takes the message.
     * @param requestTimeout How long a request waits for its reply, unless the call says.
     */
    public record TemplateProperties(
            @DefaultValue("5s") Duration sendTimeout,
            @DefaultValue("5s") Duration requestTimeout) {}

    /**
     * Who may connect to the sockets that are servers of a security mechanism. Any of them starts an authenticator.
     *
     * @param allow Addresses from which alone peers may connect.
     * @param deny Addresses from which no peer may connect.
     * @param plainPasswords File with a line user=password for each user of PLAIN; read again when it changes.
     * @param curveKeys Directory with the public certificates of the clients of CURVE, *.key; read again when it changes.
     */
    public record AuthenticatorProperties(
            @DefaultValue List<String> allow,
            @DefaultValue List<String> deny,
            @Nullable String plainPasswords,
            @Nullable String curveKeys) {}
}
