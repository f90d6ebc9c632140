package io.zmq4j.event;

/**
 * What has come and gone, at one socket or at one of its peers, and what waits. Each number is right by itself, but for a message
 * that is being moved while it is read; together they are of almost the same moment, not of the same.
 *
 * <p>A message is the application's, of any number of frames. Subscriptions are none, whoever sends them, nor are heartbeats and
 * handshakes. One to ten subscribers counts ten times, as ten are sent.
 *
 * <p>For what has been sent to a peer, {@code messagesOut + queuedOut} is what the socket took for it from the application, over
 * every transport; for what has come, {@code messagesIn - queuedIn} is what was taken out for the application, or dropped.
 *
 * @param messagesIn messages that were received: put into the queue from which the application receives, by the connection that
 *     brought them, or over {@code inproc} by the sender. Those that the socket drops afterwards are among them
 * @param bytesIn bytes in the frames of these, with what the pattern put around them, such as the delimiter of a REQ; without
 *     what the protocol adds, of which the size of a frame is 2 or 9 bytes
 * @param messagesOut messages that were sent: taken out of the queue into which the application sends, by the connection that
 *     writes them, or over {@code inproc} by the receiver. One that goes out once more on the next connection, because the first
 *     broke, counts once; if there is no next one, it is also among the drops
 * @param bytesOut bytes in the frames of these, counted as for {@code bytesIn}
 * @param queuedIn messages that were received and wait for the application
 * @param queuedOut messages that the application has sent and that wait for the connection, or over {@code inproc} for the
 *     receiver, whose {@code queuedIn} they are as well
 */
public record Traffic(long messagesIn, long bytesIn, long messagesOut, long bytesOut, long queuedIn, long queuedOut) {}
