/**
 * When does my message go out? What a pipe queues on its way out, and who moves it when.
 *
 * <p>A write costs as much as a hundred queued messages, so messages that come fast go out together; and nobody may wait for a
 * message because another might follow. What is decided about a message, in this order:
 *
 * <ol>
 *   <li><i>Queued.</i> Into the pipe's queue, alone; or, if it is short and something is held back already, behind others of a
 *       {@link io.zmq4j.outbox.Run}, encoded once for all pipes that share it. {@link io.zmq4j.outbox.RunLength} says how
 *       many a run has room for, {@link io.zmq4j.outbox.RunReader} takes them out again.
 *   <li><i>Enough for a batch?</i> {@link io.zmq4j.outbox.FlushPolicy} counts each pipe's messages and bytes: then {@link
 *       io.zmq4j.outbox.Flush#NOW}.
 *   <li><i>Has the application paused?</i> {@link io.zmq4j.outbox.FlushPace}, one for all pipes of a socket: then all that is held
 *       back goes out. So a lone message leaves in the call that sends it.
 *   <li><i>Otherwise</i> it is {@link io.zmq4j.outbox.HeldBack}, and goes out with what follows, or before the socket waits for
 *       anything (the application is about to rest), or, if the application does neither, at the caretaker's next tick.
 * </ol>
 *
 * <p>The thread that sends asks all this with the socket's lock held, and writes after it has released the lock, inside the
 * connection's gate for writing; if another thread is in there, that one goes round once more. What the kernel does not take
 * waits with the connection, and what a broken connection has not sent is the session's to send on the next.
 *
 * <p>Guarded by the socket's lock, but for a run's consumers, the pace's hints and the caretaker's ticks. Imports {@code loop} for
 * the caretaker, {@code queue}, {@code message}, and {@code zmtp}'s {@code wire} for how a short message is encoded.
 */
@NullMarked
package io.zmq4j.outbox;

import org.jspecify.annotations.NullMarked;
