package io.zmq4j.discovery.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Entries as bytes, and who can have signed them. */
class EntryTest {
    private static final List<Service> SERVICES =
            List.of(new Service("work", "tcp://10.0.0.1:5555"), new Service("news", "tcp://10.0.0.1:5556"));

    private final Signing signing = new Ed25519();
    private final Entry entry = Entry.sign(signing, 7, 15, "tcp://10.0.0.1:7000", SERVICES);

    @Test
    void anEntryIsReadAsItWasMade() {
        Entry read = Entry.read(entry.bytes());

        assertThat(read).isNotNull();
        assertThat(read.owner()).isEqualTo(new Owner(signing.publicKey()));
        assertThat(read.version()).isEqualTo(7);
        assertThat(read.ttlSeconds()).isEqualTo(15);
        assertThat(read.contact()).isEqualTo("tcp://10.0.0.1:7000");
        assertThat(read.services()).isEqualTo(SERVICES);
        assertThat(read.isSigned(new Ed25519())).isTrue();
    }

    @Test
    void whateverIsChangedInItIsNotSigned() {
        for (int i = 0; i < entry.bytes().length; i++) {
            byte[] changed = entry.bytes().clone();
            changed[i] ^= 1;
            Entry read = Entry.read(changed);
            assertThat(read == null || !read.isSigned(signing)).as("byte %s", i).isTrue();
        }
    }

    @Test
    void anothersKeyDoesNotSignForAnOwner() {
        Entry other = Entry.sign(new Ed25519(), 8, 15, "tcp://10.0.0.1:7000", SERVICES);
        byte[] forged = other.bytes().clone();
        System.arraycopy(signing.publicKey(), 0, forged, 0, Owner.BYTES);

        assertThat(Entry.read(forged).isSigned(signing)).isFalse();
        System.arraycopy(new byte[Owner.BYTES], 0, forged, 0, Owner.BYTES);
        assertThat(Entry.read(forged).isSigned(signing)).isFalse();
    }

    @Test
    void whatIsNoEntryIsNotRead() {
        byte[] sound = entry.bytes();
        for (int length = 0; length < sound.length; length++) {
            assertThat(Entry.read(java.util.Arrays.copyOf(sound, length))).isNull();
        }
        assertThat(Entry.read(java.util.Arrays.copyOf(sound, sound.length + 1))).isNull();
        assertThat(Entry.read(new byte[10_000])).isNull();
        assertThat(Entry.read(Entry.sign(signing, 0, 15, "", List.of()).bytes()))
                .isNull();
        assertThat(Entry.read(Entry.sign(signing, 1, 0, "", List.of()).bytes())).isNull();
        assertThat(Entry.read(Entry.sign(signing, 1, 301, "", List.of()).bytes()))
                .isNull();
        assertThat(Entry.read(Entry.sign(signing, 1, 15, "ipc:///etc/passwd", List.of())
                        .bytes()))
                .isNull();
        assertThat(Entry.read(Entry.sign(signing, 1, 15, "", List.of(new Service("work", "inproc://mine")))
                        .bytes()))
                .isNull();
    }

    @Test
    void noiseIsNotRead() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            Entry read = Entry.read(noise);
            assertThat(read == null || read.services().size() <= Entry.MOST_SERVICES)
                    .isTrue();
        }
    }
}
