package io.zmq4j.gssapi;

import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** How a principal is written: the values of libzmq's options {@code ZMQ_GSSAPI_PRINCIPAL_NAMETYPE} and its like. */
public enum GssapiNameType {
    /** A service on a host, {@code zmq@orders.example}; the name look-up may make another host of it, as krb5.conf says. */
    HOST_BASED("hostbased", GSSName.NT_HOSTBASED_SERVICE),
    /** A user of the default realm, {@code anna}. */
    USER_NAME("username", GSSName.NT_USER_NAME),
    /** A principal as Kerberos writes it, {@code zmq/orders.example@EXAMPLE} or {@code anna@EXAMPLE}. */
    KRB5_PRINCIPAL("krb5", Kerberos.PRINCIPAL_NAME);

    private final String setting;
    private final Oid oid;

    GssapiNameType(String setting, Oid oid) {
        this.setting = setting;
        this.oid = oid;
    }

    /** Its name among settings. */
    String setting() {
        return setting;
    }

    Oid oid() {
        return oid;
    }
}
