package zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zmq.io.Metadata;
import zmq.msg.MsgAllocatorDirect;
import zmq.msg.MsgAllocatorThreshold;

class MsgTest {
    @Test
    void keepsAnArrayOrABuffer() {
        byte[] array = {1, 2, 3};
        assertThat(new Msg(array).data()).isSameAs(array);
        assertThat(new Msg(ByteBuffer.wrap(array)).data()).isSameAs(array);
        var part = new Msg(ByteBuffer.wrap(array, 1, 2));
        assertThat(part.data()).containsExactly(2, 3);
        part.buf().put(0, (byte) 9);
        assertThat(array).containsExactly(1, 9, 3);
        assertThat(new Msg().data()).isEmpty();
        assertThat(new Msg((byte[]) null).size()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Msg((ByteBuffer) null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Msg((Msg) null));
    }

    @Test
    void aBufferOutsideTheHeapIsReadAndWritten() {
        Msg msg = new MsgAllocatorDirect().allocate(4);
        msg.put((byte) 1).put(new byte[] {2, 3});
        assertThat(msg.buf().isDirect()).isTrue();
        assertThat(msg.data()).containsExactly(1, 2, 3, 0);
        assertThat(msg.getInt(0)).isEqualTo(0x01020300);
        assertThat(new MsgAllocatorThreshold(2).allocate(2).buf().isDirect()).isFalse();
        assertThat(new MsgAllocatorThreshold(2).allocate(3).buf().isDirect()).isTrue();
        assertThat(new MsgAllocatorThreshold().threshold).isEqualTo(1 << 20);
    }

    @Test
    void bytesArePutOneBehindTheOther() {
        var msg = new Msg(10);
        ByteBuffer source = ByteBuffer.wrap(new byte[] {3, 4});
        msg.put((byte) 1).put(0x102).put(source).put(new byte[] {0, 5, 6}, 1, 2).putShortString("\u00e9");
        assertThat(source.hasRemaining()).isFalse();
        assertThat(msg.data()).containsExactly(1, 2, 3, 4, 5, 6, 2, 0xC3, 0xA9, 0);
        msg.put((byte[]) null, 0, 5).put((ByteBuffer) null, 0, 5).putShortString(null);
        msg.put((byte) 9);
        assertThat(msg.get(9)).isEqualTo((byte) 9);
        assertThatThrownBy(() -> msg.put((byte) 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> msg.put(new byte[1])).isInstanceOf(BufferOverflowException.class);
    }

    @Test
    void bytesAreReadAtAnIndexOrInOrder() {
        var msg = new Msg(new byte[] {0, 0, 0, 0, 0, 0, 1, 2});
        assertThat(msg.getLong(0)).isEqualTo(258);
        assertThat(msg.getInt(4)).isEqualTo(258);
        assertThat(msg.getShort(6)).isEqualTo(258);
        assertThat(new Msg(new byte[] {-1, -2}).getShort(0)).isEqualTo(65534);
        assertThat(msg.get()).isZero();
        var bytes = new byte[4];
        assertThat(msg.getBytes(6, bytes, 1, 3)).isEqualTo(2);
        assertThat(bytes).containsExactly(0, 1, 2, 0);
        ByteBuffer buffer = ByteBuffer.allocate(4);
        assertThat(msg.getBytes(7, buffer, 4)).isEqualTo(1);
        msg.transfer(buffer, 6, 2);
        assertThat(buffer.array()).containsExactly(2, 1, 2, 0);
        assertThatThrownBy(() -> msg.get(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> msg.getLong(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> msg.getBytes(9, bytes, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void flagsAreAddedAndTakenOut() {
        var msg = new Msg(1);
        msg.setFlags(Msg.MORE);
        msg.setFlags(Msg.COMMAND | Msg.IDENTITY | Msg.CREDENTIAL);
        assertThat(msg.hasMore() && msg.isCommand() && msg.isIdentity() && msg.isCredential())
                .isTrue();
        msg.resetFlags(Msg.MORE);
        assertThat(msg.flags()).isEqualTo(Msg.COMMAND | Msg.IDENTITY | Msg.CREDENTIAL);
        msg.initDelimiter();
        assertThat(msg.isDelimiter()).isTrue();
        assertThat(msg.flags()).isZero();
        msg.initJoin();
        assertThat(msg.isJoin() && !msg.isLeave() && !msg.isDelimiter()).isTrue();
    }

    @Test
    void aCopySharesTheBytesAndTheFlags() {
        var msg = new Msg(new byte[] {1});
        msg.setFlags(Msg.MORE);
        msg.setMetadata(new Metadata(Map.of("k", "v")));
        var copy = new Msg(msg);
        assertThat(copy.data()).isSameAs(msg.data());
        assertThat(copy.hasMore()).isTrue();
        assertThat(copy.getMetadata()).isNull();
        assertThat(msg.getMetadata().get("k")).isEqualTo("v");
    }

    @Test
    void aRoutingIdIsNotZeroAndAGroupNotTooLong() {
        var msg = new Msg();
        assertThat(msg.setRoutingId(7)).isTrue();
        assertThat(msg.setRoutingId(0)).isFalse();
        assertThat(msg.getRoutingId()).isEqualTo(7);
        assertThat(msg.setGroup("g".repeat(256))).isFalse();
        assertThat(msg.setGroup("g")).isTrue();
        assertThat(msg.getGroup()).isEqualTo("g");
    }

    @Test
    void aBuilderGrows() {
        var builder = new Msg.Builder();
        builder.put((byte) 1)
                .put(2)
                .put(new byte[] {3, 4})
                .put(ByteBuffer.wrap(new byte[] {5, 6}))
                .putShortString("a");
        builder.setFlags(Msg.MORE);
        assertThat(builder.size()).isEqualTo(8);
        Msg built = builder.build();
        assertThat(built.data()).containsExactly(1, 2, 3, 4, 5, 6, 1, 'a');
        assertThat(built.hasMore()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.putShortString("x".repeat(256)));
    }
}
