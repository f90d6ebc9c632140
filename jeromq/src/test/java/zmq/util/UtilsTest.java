package zmq.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtilsTest {
    @Test
    void arraysGrowAndShrinkAtEitherEnd() {
        Integer[] numbers = {1, 2, 3};
        assertThat(Utils.realloc(Integer.class, numbers, 5, true)).containsExactly(1, 2, 3, null, null);
        assertThat(Utils.realloc(Integer.class, numbers, 5, false)).containsExactly(null, null, 1, 2, 3);
        assertThat(Utils.realloc(Integer.class, numbers, 2, true)).containsExactly(2, 3);
        assertThat(Utils.realloc(Integer.class, numbers, 2, false)).containsExactly(1, 2);
        assertThat(Utils.realloc(Integer.class, numbers, 3, true)).isSameAs(numbers);
        assertThat(Utils.realloc(new byte[] {1, 2}, 3)).containsExactly(1, 2, 0);
        assertThatThrownBy(() -> Utils.realloc(new byte[2], 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void directoriesAreDeletedWithWhatIsInThemAndLinksAreNotFollowed(@TempDir Path directory) throws IOException {
        Path kept = Files.createFile(
                Files.createDirectory(directory.resolve("kept")).resolve("file"));
        Path deleted = Files.createDirectories(directory.resolve("deleted").resolve("below"));
        Files.createFile(deleted.resolve("file"));
        Files.createSymbolicLink(deleted.resolve("link"), kept.getParent());
        assertThat(Utils.delete(deleted.getParent().toFile())).isTrue();
        assertThat(deleted.getParent()).doesNotExist();
        assertThat(kept).exists();
        assertThat(Utils.delete(deleted.toFile())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 99999, -7, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aTextIsFoundForEachHash(int hash) {
        assertThat(Utils.unhash(hash).hashCode()).isEqualTo(hash);
    }

    @Test
    void bytesAreCopiedAndShown() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, -1, 3});
        assertThat(Utils.dump(buffer, 0, 2)).isEqualTo("[1,-1,]");
        buffer.get();
        assertThat(Utils.bytes(buffer)).containsExactly(-1, 3);
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(Utils.randomBytes(7)).hasSize(7);
        assertThat(Utils.randomInt(1)).isZero();
    }

    @Test
    void aFalseConditionIsTold() {
        Utils.checkArgument(true, "unused");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Utils.checkArgument(false, () -> "why"))
                .withMessage("why");
    }

    @Test
    void textsThatAreNoZ85AreNull() {
        assertThat(Z85.decode("HelloWorld")).hasSize(8);
        assertThat(Z85.decode("Hell")).isNull();
        assertThat(Z85.decode("Hel\"o")).isNull();
        assertThat(Z85.decode("#####")).isNull();
        assertThat(Z85.decode("Hel\u00e9o")).isNull();
        assertThat(Z85.encode(new byte[5], 4)).isEqualTo("00000");
        assertThat(Z85.encode(new byte[5], 5)).isNull();
        assertThatThrownBy(() -> Z85.encode(new byte[5], 8)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
