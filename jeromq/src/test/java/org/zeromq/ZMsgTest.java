package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZMsgTest {
    @Test
    void framesAreTakenFromBothEnds() {
        ZMsg message = ZMsg.newStringMsg("b", "c");
        message.push("a");
        message.addLast("d");
        assertThat(message).hasToString("[ a, b, c, d ]").hasSize(4);
        assertThat(message.pop()).hasToString("a");
        assertThat(message.removeLast()).hasToString("d");
        assertThat(message.popString()).isEqualTo("b");
        assertThat(message.contentSize()).isEqualTo(1);
    }

    @Test
    void anEmptyMessageGivesNull() {
        var message = new ZMsg();
        assertThat(message.pop()).isNull();
        assertThat(message.popString()).isNull();
        assertThat(message.getFirst()).isNull();
        assertThat(message.getLast()).isNull();
        assertThat(message.removeFirst()).isNull();
        assertThat(message.removeLast()).isNull();
        assertThat(message.unwrap()).isNull();
        assertThat(message.duplicate()).isEmpty();
        assertThat(message.hashCode()).isZero();
        assertThat(message).hasToString("[  ]");
    }

    @Test
    void anEnvelopeIsTakenOffWithItsDelimiter() {
        ZMsg message = ZMsg.newStringMsg("body").wrap(new ZFrame("id"));
        assertThat(message).hasToString("[ id, , body ]");
        assertThat(message.unwrap()).hasToString("id");
        assertThat(message).hasToString("[ body ]");
        assertThat(message.unwrap()).hasToString("body");
        assertThat(message.wrap(null)).isEmpty();
    }

    @Test
    void aMessageCanBeAppendedToItself() {
        ZMsg message = ZMsg.newStringMsg("a", "b");
        assertThat(message.append(message)).hasToString("[ a, b, a, b ]");
        assertThat(message.append((ZMsg) null)).hasSize(4);
    }

    @Test
    void savedIsWhatIsLoaded() {
        ZMsg message = ZMsg.newStringMsg("AB", "");
        message.add((byte[]) null);
        var bytes = new ByteArrayOutputStream();
        assertThat(ZMsg.save(message, new DataOutputStream(bytes))).isTrue();
        assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
                .isEqualTo("0000000300000002" + "4142" + "0000000000000000");
        assertThat(load(HexFormat.of().formatHex(bytes.toByteArray()))).isEqualTo(ZMsg.newStringMsg("AB", "", ""));
    }

    @Test
    void whatIsCutOffIsNotLoaded() {
        String saved = "0000000200000001" + "41" + "00000002" + "4243";
        for (int end = 0; end < saved.length(); end += 2) {
            assertThat(load(saved.substring(0, end))).isNull();
        }
        assertThat(load(saved)).hasSize(2);
    }

    @Test
    void lyingLengthsTakeNoMemory() {
        assertThat(load("7fffffff" + "7fffffff" + "41")).isNull();
        assertThat(load("00000001" + "ffffffff" + "41")).isNull();
        assertThat(load("ffffffff")).isNull();
    }

    private static ZMsg load(String hex) {
        return ZMsg.load(
                new DataInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(hex))));
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        var broken = new DataOutputStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("full");
            }
        });
        assertThat(ZMsg.save(ZMsg.newStringMsg("a"), broken)).isFalse();
        var appendable = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("full");
            }

            @Override
            public Appendable append(char character) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> new ZMsg().dump(appendable)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aReceivedMessageIsEqualToTheOneThatWasSent() {
        try (var pair = new InprocPair()) {
            ZMsg sent = ZMsg.newStringMsg("a", "", "c");
            assertThat(sent.send(pair.left(), false)).isTrue();
            ZMsg received = ZMsg.recvMsg(pair.right());
            assertThat(received).isEqualTo(sent).hasSameHashCodeAs(sent);
            assertThat(received).extracting(ZFrame::hasMore).containsExactly(true, true, false);
            assertThat(pair.right().hasReceiveMore()).isFalse();
        }
    }

    @Test
    void framesAreQueuedWithoutACopy() {
        try (var pair = new InprocPair()) {
            byte[] first = {1};
            byte[] last = {2};
            var message = new ZMsg();
            message.add(first);
            message.add(last);
            assertThat(message.send(pair.left())).isTrue();
            assertThat(message).isEmpty();
            ZMsg received = ZMsg.recvMsg(pair.right());
            assertThat(received.getFirst().getData()).isSameAs(first);
            assertThat(received.getLast().getData()).isSameAs(last);
        }
    }

    @Test
    void whatIsHalfReceivedIsCompleted() {
        try (var pair = new InprocPair()) {
            ZMsg.newStringMsg("a", "b", "c").send(pair.left());
            assertThat(pair.right().recvStr()).isEqualTo("a");
            assertThat(ZMsg.recvMsg(pair.right())).hasToString("[ b, c ]");
            assertThat(ZMsg.recvMsg(pair.right(), false)).isNull();
        }
    }

    @Test
    void whatIsHalfSentIsCompleted() {
        try (var pair = new InprocPair()) {
            pair.left().sendMore("a");
            new ZFrame("b").send(pair.left(), ZFrame.MORE | ZFrame.REUSE);
            ZMsg.newStringMsg("c", "d").send(pair.left());
            assertThat(ZMsg.recvMsg(pair.right())).hasToString("[ a, b, c, d ]");
        }
    }

    @Test
    void aMessageThatCouldNotBeSentIsStillThere() {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket push = context.socket(SocketType.PUSH)) {
            push.setSendTimeOut(1);
            ZMsg message = ZMsg.newStringMsg("a", "b");
            assertThat(message.send(push)).isFalse();
            assertThat(push.errno()).isEqualTo(ZMQ.Error.EAGAIN.getCode());
            assertThat(message).hasToString("[ a, b ]");
            assertThat(new ZFrame("a").sendAndDestroy(push)).isFalse();
        }
    }

    @Test
    void withoutFramesNothingIsSent() {
        try (var pair = new InprocPair()) {
            assertThat(new ZMsg().send(pair.left())).isTrue();
            assertThat(ZMsg.recvMsg(pair.right(), false)).isNull();
        }
    }

    @Test
    void anInterruptEndsTheWaitAndKeepsItsFlag() {
        try (var pair = new InprocPair()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> ZMsg.recvMsg(pair.right()))
                    .isInstanceOfSatisfying(
                            ZMQException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(ZMQ.Error.EINTR.getCode()));
            assertThat(Thread.interrupted()).isTrue();
            ZMsg.newStringMsg("after").send(pair.left());
            assertThat(ZMsg.recvMsg(pair.right())).hasToString("[ after ]");
        }
    }

    @Test
    void handlersGetTheMessageOrTheException() {
        List<Object> seen = new ArrayList<>();
        try (var pair = new InprocPair()) {
            ZMsg.newStringMsg("a").send(pair.left());
            ZMsg.recvMsg(pair.right(), 0, message -> seen.add(message.toString()), e -> seen.add(e.getErrorCode()));
            Thread.currentThread().interrupt();
            ZMsg.recvMsg(pair.right(), 0, seen::add, e -> seen.add(e.getErrorCode()));
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(() -> ZMsg.recvMsg(pair.right(), ZMQ.DONTWAIT, null))
                    .isInstanceOf(NullPointerException.class);
        }
        assertThat(seen).containsExactly("[ a ]", ZMQ.Error.EINTR.getCode());
    }
}
