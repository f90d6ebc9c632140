package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.view.top.Key.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private static List<Key> keys(byte[] bytes) {
        var keyboard = new Keyboard(new ByteArrayInputStream(bytes));
        var keys = new ArrayList<Key>();
        for (var key = keyboard.next(); key.kind() != Kind.CLOSED; key = keyboard.next()) {
            keys.add(key);
        }
        return keys;
    }

    private static List<Key> keys(String typed) {
        return keys(typed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lettersAreThemselvesInEveryLanguage() {
        assertThat(keys("qé日🙂")).containsExactly(Key.of('q'), Key.of('é'), Key.of('日'), Key.of(0x1f642));
    }

    @Test
    void keysThatHaveNoCharacter() {
        assertThat(keys("\r\n\u007f\b"))
                .extracting(Key::kind)
                .containsExactly(Kind.ENTER, Kind.ENTER, Kind.BACKSPACE, Kind.BACKSPACE);
        assertThat(keys("\u001b[A\u001bOB\u001b[5~\u001b[6~\u001b[H\u001b[F\u001b[1~\u001b[4~"))
                .extracting(Key::kind)
                .containsExactly(
                        Kind.UP, Kind.DOWN, Kind.PAGE_UP, Kind.PAGE_DOWN, Kind.HOME, Kind.END, Kind.HOME, Kind.END);
    }

    @Test
    void anEscapeThatNothingFollowsIsTheKey() {
        assertThat(keys("\u001b")).extracting(Key::kind).containsExactly(Kind.ESCAPE);
        assertThat(keys("\u001bx")).containsExactly(Key.of(Kind.ESCAPE), Key.of('x'));
    }

    @Test
    void whatNoKeyOfOursSendsIsLeftOut() {
        assertThat(keys("\u0001\u001b[3~\u001b[200~\u001b[1;5A\u001b[" + "1;".repeat(5) + "mq\u001b["))
                .containsExactly(Key.of('q'));
    }

    @Test
    void bytesThatAreNoCharactersAreLeftOut() {
        assertThat(keys(new byte[] {'a', (byte) 0xc3, 'b', (byte) 0xf0, 1, 2, 3, 'c', (byte) 0xe2}))
                .containsExactly(Key.of('a'), Key.of('c'));
    }
}
