package io.zmq4j.spring.listener;

import static io.zmq4j.spring.listener.Listening.ask;
import static io.zmq4j.spring.listener.Listening.send;
import static io.zmq4j.spring.listener.Listening.serving;
import static io.zmq4j.spring.listener.Listening.taking;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.Socket;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.FailedMessage;
import io.zmq4j.spring.ZmqErrorHandler;
import io.zmq4j.spring.listener.Listening.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a method cannot deal with: who hears of it, and that the next message comes. */
class FailuresTest {
    @Test
    void afterAFailureAndAnUnreadableRequestTheNextOneIsAnswered() {
        for (String type : List.of("rep", "router")) {
            serving(type).run(application -> {
                Message error = Message.of("", "error");
                assertThat(ask(application, "{\"item\":\"tea\",\"count\":-1}")).isEqualTo(error);
                assertThat(ask(application, "no JSON")).isEqualTo(error);
                assertThat(ask(application, "{\"item\":\"tea\",\"count\":1}").text())
                        .contains("\"cents\":5");
                assertThat(application.getBean("orders", Socket.class).drops())
                        .containsEntry(DropReason.HANDLER_FAILED, 2L);
                assertThat(application.getBean(ZmqListeners.class).failed()).isEqualTo(2);
            });
        }
    }

    @Test
    void anErrorHandlerMakesTheReply() {
        List<FailedMessage> failures = new ArrayList<>();
        ZmqErrorHandler handler = failed -> {
            failures.add(failed);
            return Message.of("", "no tea");
        };
        serving("rep").withBean(ZmqErrorHandler.class, () -> handler).run(application -> {
            assertThat(ask(application, "{\"item\":\"tea\",\"count\":-1}").text(1))
                    .isEqualTo("no tea");
            assertThat(failures).singleElement().satisfies(failed -> {
                assertThat(failed.listener()).isEqualTo("Orders.take");
                assertThat(failed.socket()).isEqualTo("orders");
                assertThat(failed.failure()).isInstanceOf(IllegalArgumentException.class);
            });
        });
    }

    @Test
    void whatFailsGoesToTheDeadLettersWithItsErrorSocketAndFrames() {
        taking(Texts.class)
                .withPropertyValues(
                        "dead=dead", "zmq4j.sockets.dead.type=push", "zmq4j.sockets.dead.bind=inproc://dead")
                .run(application -> {
                    try (PullSocket undertaker =
                            application.getBean(Context.class).pull()) {
                        undertaker.connect("inproc://dead");
                        send(application, "bad tea");
                        assertThat(undertaker.receive(Application.PATIENCE))
                                .hasValue(Message.of("java.lang.IllegalStateException", "jobs", "bad tea"));
                    }
                });
    }

    @Test
    void deadLettersThatNobodyTakesHoldNothingUp() {
        taking(Texts.class)
                .withPropertyValues("zmq4j.listener.dead-letters=dead", "zmq4j.sockets.dead.type=push")
                .run(application -> {
                    send(application, "bad tea", "bad coffee", "good");
                    assertThat(application.getBean(Texts.class).next()).isEqualTo("good");
                });
    }

    @Test
    void anErrorHandlerThatThrowsLeavesItToTheDeadLetters() {
        ZmqErrorHandler handler = failed -> {
            throw new UnsupportedOperationException();
        };
        taking(Texts.class)
                .withBean(ZmqErrorHandler.class, () -> handler)
                .withPropertyValues(
                        "zmq4j.listener.dead-letters=dead",
                        "zmq4j.sockets.dead.type=push",
                        "zmq4j.sockets.dead.bind=inproc://dead")
                .run(application -> {
                    try (PullSocket undertaker =
                            application.getBean(Context.class).pull()) {
                        undertaker.connect("inproc://dead");
                        send(application, "bad tea");
                        assertThat(undertaker.receive(Application.PATIENCE))
                                .hasValueSatisfying(dead -> assertThat(dead.text())
                                        .isEqualTo(UnsupportedOperationException.class.getName()));
                    }
                });
    }
}
