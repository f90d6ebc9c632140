import io.zmq4j.gssapi.GssapiProvider;
import io.zmq4j.zmtp.mechanism.SecurityProvider;

/** GSSAPI (RFC 38), a security mechanism by Kerberos, over what the JDK has of it. */
module io.zmq4j.gssapi {
    requires io.zmq4j.zmtp;
    requires transitive java.security.jgss;
    requires static org.jspecify;

    exports io.zmq4j.gssapi;

    provides SecurityProvider with
            GssapiProvider;
}
