package io.zmq4j.patterns.delivery.protocol;

/** What a side of a delivery is; as a byte of HELLO and READY, the letter with which its name begins. */
public enum Role {
    /** Has messages, and keeps each of them until it is acknowledged. */
    SENDER('S'),
    /** Takes messages, as many as its window says, and acknowledges them. */
    RECEIVER('R');

    final byte code;

    Role(char letter) {
        this.code = (byte) letter;
    }

    static Role of(byte code) throws MalformedCommandException {
        for (Role role : values()) {
            if (role.code == code) {
                return role;
            }
        }
        throw new MalformedCommandException("there is no role " + code);
    }
}
