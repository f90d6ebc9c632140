package io.zmq4j.discovery.dns;

/** The types of records that we ask for, with their numbers (RFC 1035 section 3.2.2, RFC 3596, RFC 2782). */
enum RecordType {
    A(1),
    AAAA(28),
    SRV(33);

    /** What another name is (RFC 1035 section 3.3.1): followed, never asked for. */
    static final int CNAME = 5;

    private final int number;

    RecordType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
