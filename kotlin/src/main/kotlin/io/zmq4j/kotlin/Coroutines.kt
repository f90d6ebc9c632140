package io.zmq4j.kotlin

import io.zmq4j.Receiver
import io.zmq4j.Sender
import io.zmq4j.error.SocketClosedException
import io.zmq4j.message.Message
import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/**
 * The next message. Suspends until there is one.
 *
 * A coroutine that is cancelled meanwhile takes no message with it: either this call ends with a `CancellationException` and the
 * message stays in the socket, or it gives a message that had been taken already.
 *
 * @throws SocketClosedException if the socket is closed, also meanwhile
 */
public suspend fun Receiver.receiveAwait(): Message = receiveAsync().settled()

/**
 * Sends a message. Suspends until the socket takes it.
 *
 * If the coroutine is cancelled meanwhile, either this call ends with a `CancellationException` and the message is not sent, or it
 * returns and the message is.
 *
 * @throws SocketClosedException if the socket is closed, also meanwhile
 */
public suspend fun Sender.sendAwait(message: Message) {
    sendAsync(message).settled()
}

/**
 * The messages of a socket, one after the other, as the collector is ready for them. It ends when the socket is closed. Several
 * collectors share the messages.
 *
 * A collector that is cancelled between taking a message and being handed it loses that one; [receiveAwait] loses none.
 */
public fun Receiver.asFlow(): Flow<Message> = flow {
    while (true) {
        val message = try {
            receiveAwait()
        } catch (_: SocketClosedException) {
            return@flow
        }
        emit(message)
    }
}

/**
 * What the future ends with. A coroutine that is cancelled tries to cancel the future; if that is too late, it gets the value,
 * where `await` alone would throw it away.
 */
private suspend fun <T> CompletableFuture<T>.settled(): T {
    val future = this
    val watch = CoroutineScope(currentCoroutineContext()).launch(Dispatchers.Unconfined, CoroutineStart.UNDISPATCHED) {
        try {
            awaitCancellation()
        } finally {
            future.cancel(false)
        }
    }
    try {
        return withContext(NonCancellable) { future.await() }
    } finally {
        watch.cancel()
    }
}
