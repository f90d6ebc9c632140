package io.zmq4j.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnvelopeTest {
    @Test
    void theFirstEmptyFrameDelimitsTheEnvelope() {
        Message request = Message.of("proxy", "id", "", "body", "", "more");

        assertThat(request.envelope()).isEqualTo(Message.of("proxy", "id", ""));
        assertThat(request.body()).isEqualTo(Message.of("body", "", "more"));
        assertThat(request.reply("answer", "two")).isEqualTo(Message.of("proxy", "id", "", "answer", "two"));
    }

    @Test
    void anEnvelopeMayBeTheDelimiterAlone() {
        Message reply = Message.of("", "answer");

        assertThat(reply.envelope()).isEqualTo(Message.empty());
        assertThat(reply.body()).isEqualTo(Message.of("answer"));
        assertThat(reply.reply("again")).isEqualTo(Message.of("", "again"));
    }

    @Test
    void withoutADelimiterTheFirstFrameIsTheEnvelope() {
        Message request = Message.of("id", "body", "more");

        assertThat(request.envelope()).isEqualTo(Message.of("id"));
        assertThat(request.body()).isEqualTo(Message.of("body", "more"));
        assertThat(request.reply(new byte[] {'x'})).isEqualTo(Message.of("id", "x"));
    }

    @Test
    void nothingBehindTheDelimiterIsAnEmptyBody() {
        Message request = Message.of("id", "");

        assertThat(request.body()).isEqualTo(Message.empty());
        assertThat(request.reply(Message.of("a", "b"))).isEqualTo(Message.of("id", "", "a", "b"));
    }

    @Test
    void oneFrameIsABodyWithoutAnEnvelope() {
        for (Message body : new Message[] {Message.of("hello"), Message.empty()}) {
            assertThat(body.body()).isSameAs(body);
            assertThatThrownBy(body::envelope)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a message of one frame has no envelope");
            assertThatThrownBy(() -> body.reply("x")).isInstanceOf(IllegalStateException.class);
        }
    }
}
