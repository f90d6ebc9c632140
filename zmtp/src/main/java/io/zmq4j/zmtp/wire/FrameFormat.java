package io.zmq4j.zmtp.wire;

/**
 * How one generation of ZMTP writes the header of a frame. What is behind the header, the body, is the same in all of
 * them. Without state, safe for any thread.
 */
public interface FrameFormat {
    /** The longest header of any format, in octets. */
    int MAX_HEADER = 10;

    /** ZMTP 3.0 and 3.1 (RFC 23 and 37, "Framing"). */
    FrameFormat ZMTP_3 = new FlagsFirstFormat(FrameFlags.COMMAND);

    /** ZMTP 2.0, which has no commands (RFC 15, "Framing"). */
    FrameFormat ZMTP_2 = new FlagsFirstFormat(0);

    /** ZMTP 1.0 (RFC 13, "The Framing Layer"). */
    FrameFormat ZMTP_1 = new LengthFirstFormat();

    /** The size of the header that starts with this octet; refuses an octet that no header starts with. */
    int headerSize(byte first) throws ProtocolException;

    /** {@link FrameFlags#MORE} and {@link FrameFlags#COMMAND} of a header that is completely there. */
    int flags(byte[] bytes, int at);

    /** The body size of a header that is completely there: 0 to 2^63-1, else refused. */
    long bodySize(byte[] bytes, int at) throws ProtocolException;

    /**
     * Writes a header, in the short form if the size allows it.
     *
     * @return where the body belongs
     */
    int putHeader(byte[] bytes, int at, int flags, int bodySize);

    /** Whether a message of a few short frames looks like a {@link ShortMessage}. */
    boolean hasShortMessages();
}
