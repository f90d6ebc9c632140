package io.zmq4j.patterns.delivery.protocol;

/**
 * How many messages and bytes may be outstanding, and how many are: of a sender, or of one receiver. A message that alone is larger
 * than all bytes fits when nothing else is there, so that it does not wait for ever.
 */
public final class Window {
    private final int mostMessages;
    private final long mostBytes;
    private int messages;
    private long bytes;

    public Window(int mostMessages, long mostBytes) {
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    /** Whether a message of this size may be added. */
    public boolean fits(long size) {
        return messages < mostMessages && (size <= mostBytes - bytes || messages == 0);
    }

    /** Adds a message that {@link #fits}. */
    void add(long size) {
        messages++;
        bytes += size;
    }

    /**
     * Adds some that a peer has sent.
     *
     * @return false if they do not fit: the peer does not keep to the window
     */
    boolean tryAdd(int count, long size) {
        if (count > mostMessages - messages || (size > mostBytes - bytes && messages + count > 1)) {
            return false;
        }
        messages += count;
        bytes += size;
        return true;
    }

    void remove(int count, long size) {
        messages -= count;
        bytes -= size;
    }

    public int messages() {
        return messages;
    }

    public long bytes() {
        return bytes;
    }

    int mostMessages() {
        return mostMessages;
    }

    long mostBytes() {
        return mostBytes;
    }
}
