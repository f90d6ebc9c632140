package io.zmq4j.kotlin

import io.zmq4j.Context
import io.zmq4j.message.Message
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class CoroutinesTest {
    private val deadline = 20.seconds

    @Test
    fun aCallThatReceivesSuspendsUntilSomethingIsSent() = talk { context ->
        val pull = context.pull()
        val push = context.push()
        push.connect(pull.bind("inproc://a"))
        val received = async(start = CoroutineStart.UNDISPATCHED) { pull.receiveAwait() }
        assertThat(received.isCompleted).isFalse()

        push.sendAwait(Message.of("hello"))

        assertThat(received.await().text()).isEqualTo("hello")
    }

    @Test
    fun aCancelledCallLeavesTheMessageToTheNext() = talk { context ->
        val pull = context.pull()
        val push = context.push()
        push.connect(pull.bind("inproc://a"))
        val given = launch(start = CoroutineStart.UNDISPATCHED) { pull.receiveAwait() }
        given.cancelAndJoin()

        push.sendAwait(Message.of("hello"))

        assertThat(pull.receiveAwait().text()).isEqualTo("hello")
    }

    @Test
    fun aMessageThatIsTakenBeforeTheCancellationIsGiven() = talk { context ->
        val pull = context.pull()
        val push = context.push()
        push.connect(pull.bind("inproc://a"))
        val taken = mutableListOf<String>()
        val call = launch(start = CoroutineStart.UNDISPATCHED) {
            try {
                taken += pull.receiveAwait().text()
            } catch (_: CancellationException) {
                taken += "nothing"
            }
        }
        push.sendAwait(Message.of("hello"))

        call.cancelAndJoin()

        val left = pull.tryReceive().map { it.text() }.orElse("nothing")
        assertThat(taken + left).containsExactlyInAnyOrder("hello", "nothing")
    }

    @Test
    fun messagesFlow() = talk { context ->
        val pull = context.pull()
        val push = context.push()
        push.connect(pull.bind("inproc://a"))
        launch { (1..3).forEach { push.sendAwait(Message.of("$it")) } }

        assertThat(pull.asFlow().map { it.text() }.take(3).toList()).containsExactly("1", "2", "3")
    }

    @Test
    fun theFlowEndsWithTheSocket() = talk { context ->
        val pull = context.pull()
        val all = async(start = CoroutineStart.UNDISPATCHED) { pull.asFlow().toList() }

        pull.close()

        assertThat(all.await()).isEmpty()
    }

    private fun talk(conversation: suspend CoroutineScope.(Context) -> Unit) {
        Context.create().use { context ->
            runBlocking { withTimeout(deadline) { conversation(context) } }
        }
    }
}
