package org.zeromq.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.InprocPair;
import org.zeromq.ZFrame;
import org.zeromq.ZMQException;
import org.zeromq.ZMsg;
import zmq.ZError;

class ZPictureTest {
    private final ZPicture pictures = new ZPicture();

    @Test
    void plainPicturesAreFrames() {
        try (var pair = new InprocPair()) {
            var bytes = new byte[] {0, 1};
            assertThat(pictures.sendPicture(
                            pair.left(),
                            "i1248sbcfzm",
                            -1,
                            257,
                            -1,
                            4,
                            8L,
                            "s",
                            bytes,
                            null,
                            new ZFrame("f"),
                            ZMsg.newStringMsg("m", "n")))
                    .isTrue();
            assertThat(ZMsg.recvMsg(pair.right())).hasToString("[ -1, 1, 65535, 4, 8, s, 0001, , f, , m, n ]");
        }
    }

    @Test
    void plainPicturesComeBack() {
        try (var pair = new InprocPair()) {
            ZMsg.newStringMsg("-1", "257", "-1", "4", "8", "s", "b", "", "f", "", "m", "n")
                    .send(pair.left());
            assertThat(pictures.recvPicture(pair.right(), "i1248sbcfzm"))
                    .containsExactly(
                            -1,
                            1,
                            65535,
                            4,
                            8L,
                            "s",
                            new byte[] {'b'},
                            new byte[0],
                            new ZFrame("f"),
                            new ZFrame((byte[]) null),
                            ZMsg.newStringMsg("m", "n"));
        }
    }

    @Test
    void binaryPicturesComeBack() {
        try (var pair = new InprocPair()) {
            pictures.sendBinaryPicture(
                    pair.left(),
                    "1248sSbcffm",
                    255,
                    65535,
                    -4,
                    -8L,
                    "\u00e9",
                    "long",
                    new byte[] {1},
                    new byte[0],
                    new ZFrame("f"),
                    new ZFrame("g"),
                    ZMsg.newStringMsg("m"));
            assertThat(pictures.recvBinaryPicture(pair.right(), "1248sSbcffm"))
                    .containsExactly(
                            255,
                            65535,
                            -4,
                            -8L,
                            "\u00e9",
                            "long",
                            new byte[] {1},
                            new byte[0],
                            new ZFrame("f"),
                            new ZFrame("g"),
                            ZMsg.newStringMsg("m"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,80", "12,8000FF", "8,0000000000000080", "s,020041", "S,0000000141", "b,0000000100"})
    void binaryPicturesAreTheseBytes(String picture, String hex) {
        Object[] arguments = switch (picture) {
            case "1" -> new Object[] {128};
            case "12" -> new Object[] {128, 255};
            case "8" -> new Object[] {128L};
            case "s" -> new Object[] {"\0A"};
            case "S" -> new Object[] {"A"};
            default -> new Object[] {new byte[1]};
        };
        assertThat(pictures.msgBinaryPicture(picture, arguments).getFirst().strhex())
                .isEqualTo(hex);
    }

    @Test
    void aWrongArgumentLeavesNothingHalfSent() {
        try (var pair = new InprocPair()) {
            assertThatThrownBy(() -> pictures.sendPicture(pair.left(), "si", "a", "b"))
                    .isInstanceOf(ClassCastException.class)
                    .hasMessageContaining("argument 2");
            assertThatThrownBy(() -> pictures.sendBinaryPicture(pair.left(), "f1", new ZFrame("a"), null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("argument 2");
            assertThatThrownBy(() -> pictures.sendPicture(pair.left(), "ss", "a"))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            pair.left().send("whole");
            assertThat(pair.right().recvStr()).isEqualTo("whole");
            assertThat(pair.right().hasReceiveMore()).isFalse();
        }
    }

    @Test
    void aMessageThatIsNotAsItsPictureIsTakenAsAWhole() {
        try (var pair = new InprocPair()) {
            ZMsg.newStringMsg("no number", "more").send(pair.left());
            assertThatThrownBy(() -> pictures.recvPicture(pair.right(), "is"))
                    .isInstanceOf(NumberFormatException.class);
            ZMsg.newStringMsg("not empty", "more").send(pair.left());
            protocolError(() -> pictures.recvPicture(pair.right(), "zs"));
            ZMsg.newStringMsg("", "more").send(pair.left());
            assertThatIllegalArgumentException().isThrownBy(() -> pictures.recvBinaryPicture(pair.right(), "1f"));
            pair.left().send("next");
            assertThat(pictures.recvPicture(pair.right(), "s")).containsExactly("next");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S7fffffff41", "cffffffff41", "s0541", "400", "200", "1", "800000000000000"})
    void aFrameThatIsTooShortIsTold(String pictureAndHex) {
        try (var pair = new InprocPair()) {
            pair.left().send(HexFormat.of().parseHex(pictureAndHex.substring(1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pictures.recvBinaryPicture(pair.right(), pictureAndHex.substring(0, 1)));
        }
    }

    @Test
    void whatIsNotThereIsNull() {
        try (var pair = new InprocPair()) {
            pair.left().send("a");
            assertThat(pictures.recvPicture(pair.right(), "sim")).containsExactly("a", null, null);
            pair.left().send(new byte[1]);
            assertThat(pictures.recvBinaryPicture(pair.right(), "1fm")).containsExactly(0, null, null);
            pair.right().setReceiveTimeOut(1);
            assertThat(pictures.recvPicture(pair.right(), "iz")).containsExactly(null, null);
            assertThat(pictures.recvBinaryPicture(pair.right(), "1")).isNull();
        }
    }

    @Test
    void whatIsNoPictureIsTold() {
        try (var pair = new InprocPair()) {
            protocolError(() -> pictures.sendPicture(pair.left(), "x", 1));
            protocolError(() -> pictures.sendPicture(pair.left(), "ms", new ZMsg(), "s"));
            protocolError(() -> pictures.sendBinaryPicture(pair.left(), "z"));
            protocolError(() -> pictures.recvPicture(pair.right(), "S"));
            protocolError(() -> pictures.recvBinaryPicture(pair.right(), "i"));
            assertThatIllegalArgumentException().isThrownBy(() -> pictures.sendPicture(null, "i", 1));
            assertThatIllegalArgumentException().isThrownBy(() -> pictures.sendBinaryPicture(null, "1", 1));
        }
    }

    private static void protocolError(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ZMQException.class, e -> assertThat(e.getErrorCode()).isEqualTo(ZError.EPROTO));
    }
}
