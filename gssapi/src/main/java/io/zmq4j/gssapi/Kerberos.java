package io.zmq4j.gssapi;

import org.ietf.jgss.GSSException;
import org.ietf.jgss.Oid;

/** What RFC 4121 and RFC 1964 call their mechanism and its names: the only one that is spoken. */
final class Kerberos {
    static final Oid MECHANISM = oid("1.2.840.113554.1.2.2");
    static final Oid PRINCIPAL_NAME = oid("1.2.840.113554.1.2.2.1");

    private Kerberos() {}

    private static Oid oid(String text) {
        try {
            return new Oid(text);
        } catch (GSSException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
