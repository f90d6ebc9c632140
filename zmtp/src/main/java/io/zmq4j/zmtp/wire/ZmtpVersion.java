package io.zmq4j.zmtp.wire;

/** The versions of ZMTP that can be spoken on a connection, in order. */
public enum ZmtpVersion {
    ZMTP_1_0("1.0", FrameFormat.ZMTP_1),
    ZMTP_2_0("2.0", FrameFormat.ZMTP_2),
    ZMTP_3_0("3.0", FrameFormat.ZMTP_3),
    ZMTP_3_1("3.1", FrameFormat.ZMTP_3);

    private final String text;
    private final FrameFormat format;

    ZmtpVersion(String text, FrameFormat format) {
        this.text = text;
        this.format = format;
    }

    public FrameFormat format() {
        return format;
    }

    /** Whether the handshake is a mechanism's, made of commands; before, there was only an identity. */
    public boolean hasMechanisms() {
        return compareTo(ZMTP_3_0) >= 0;
    }

    /** Whether PING, SUBSCRIBE and CANCEL are commands the peer knows. */
    public boolean hasTrafficCommands() {
        return this == ZMTP_3_1;
    }

    /** Major and minor number, such as "3.1". */
    @Override
    public String toString() {
        return text;
    }
}
