package io.zmq4j.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of name servers, byte by byte (RFC 1035 section 4). */
@Timeout(60)
class DnsAnswerTest {
    private static final DnsQuestion A = new DnsQuestion(0x1234, "w.test", RecordType.A);
    private static final DnsQuestion AAAA = new DnsQuestion(0x1234, "w.test", RecordType.AAAA);
    private static final DnsQuestion SRV = new DnsQuestion(0x1234, "w.test", RecordType.SRV);

    /** The name w.test, at byte 12. */
    private static final String NAME = "01 77 04 74657374 00";

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static String header(String flags, int answers) {
        return "1234 " + flags + " 0001 000" + answers + " 0000 0000 ";
    }

    private static DnsAnswer read(DnsQuestion question, String hex) throws IOException {
        ByteBuffer bytes = bytes(hex);
        assertThat(DnsAnswer.answers(bytes, question)).isTrue();
        return DnsAnswer.read(bytes, question);
    }

    @Test
    void aQuestionIsEncoded() {
        assertThat(A.encoded()).isEqualTo(bytes("1234 0100 0001 0000 0000 0000" + NAME + "0001 0001"));
    }

    @Test
    void addressesAreRead() throws IOException {
        DnsAnswer answer = read(
                A,
                header("8180", 2) + NAME + "0001 0001" + "c00c 0001 0001 0000003c 0004 0a000001"
                        + "c00c 0001 0001 00000005 0004 0a0000ff");

        assertThat(answer.isTruncated()).isFalse();
        assertThat(answer.records()).extracting(DnsRecord::address).containsExactly("10.0.0.1", "10.0.0.255");
        assertThat(answer.records()).extracting(DnsRecord::ttlSeconds).containsExactly(60L, 5L);
    }

    @Test
    void addressesOfIpv6AreRead() throws IOException {
        DnsAnswer answer = read(
                AAAA,
                header("8180", 1) + NAME + "001c 0001"
                        + "c00c 001c 0001 00000005 0010 fd000000000000000000000000000001");
        assertThat(answer.records()).extracting(DnsRecord::address).containsExactly("fd00:0:0:0:0:0:0:1");
    }

    @Test
    void servicesAreRead() throws IOException {
        DnsAnswer answer = read(
                SRV, header("8180", 1) + NAME + "0021 0001" + "c00c 0021 0001 00000005 000a 0001 0002 15b3 0161 c00e");
        assertThat(answer.records()).singleElement().satisfies(record -> {
            assertThat(record.port()).isEqualTo(5555);
            assertThat(record.target()).isEqualTo("a.test");
        });
    }

    @Test
    void anAliasIsFollowed() throws IOException {
        // w.test is x.test, which is 10.0.0.1; y.test is nobody that was asked for.
        DnsAnswer answer = read(
                A,
                header("8180", 3) + NAME + "0001 0001" + "c00c 0005 0001 00000005 0004 0178 c00e"
                        + "0178 c00e 0001 0001 00000005 0004 0a000001" + "0179 c00e 0001 0001 00000005 0004 0a000002");
        assertThat(answer.records()).extracting(DnsRecord::address).containsExactly("10.0.0.1");
    }

    @Test
    void noSuchNameAndNoSuchRecordAreAnswersWithoutRecords() throws IOException {
        assertThat(read(A, header("8183", 0) + NAME + "0001 0001").records()).isEmpty();
        assertThat(read(A, header("8180", 0) + NAME + "0001 0001").records()).isEmpty();
    }

    @Test
    void whatDidNotFitIsTold() throws IOException {
        assertThat(read(A, header("8380", 0) + NAME + "0001 0001").isTruncated())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"8181, FORMERR", "8182, SERVFAIL", "8184, NOTIMP", "8185, REFUSED", "8189, error 9"})
    void aServerThatCannotAnswerIsNoAnswer(String flags, String says) {
        assertThatThrownBy(() -> read(A, header(flags, 0) + NAME + "0001 0001"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource({
        "1235 8180 0001 0000 0000 0000 0177047465737400 0001 0001, another id",
        "1234 0100 0001 0000 0000 0000 0177047465737400 0001 0001, a question",
        "1234 8180 0001 0000 0000 0000 0178047465737400 0001 0001, another name",
        "1234 8180 0001 0000 0000 0000 0177047465737400 001c 0001, another type",
        "1234 8180 0000 0000 0000 0000, no question",
        "1234 8180 0001 0000 0000 0000 c00c 0001 0001, a name that is itself",
        "1234 8180, cut off",
    })
    void whatAnswersSomethingElseIsNoAnswer(String hex, String what) {
        assertThat(DnsAnswer.answers(bytes(hex), A)).as(what).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "c00c 0001 0001 0000003c 0004 0a0000, cut off in an address",
        "c00c 0001 0001 0000003c ffff 0a000001, a length beyond the end",
        "c00c 0001, cut off in the head",
        "c030 0001 0001 0000003c 0004 0a000001, a name that points ahead",
        "4041 0001 0001 0000003c 0004 0a000001, a label of 64 bytes",
        "c0, half a pointer",
        "'', no record",
    })
    void aMalformedRecordIsRefused(String record, String what) {
        assertThatThrownBy(() -> read(A, header("8180", 1) + NAME + "0001 0001" + record))
                .as(what)
                .isInstanceOf(MalformedDnsException.class);
    }

    @Test
    void aNameThatGoesInCirclesEnds() {
        // At byte 24 a label and a pointer to that label.
        assertThatThrownBy(() -> read(A, header("8180", 1) + NAME + "0001 0001" + "0161 c018 0001 0001 00000000 0000"))
                .isInstanceOf(MalformedDnsException.class);
    }

    @Test
    void whateverComesIsReadOrRefused() {
        var random = new Random(1);
        byte[] sound = bytes(header("8180", 2) + NAME + "0001 0001" + "c00c 0005 0001 00000005 0004 0178 c00e"
                        + "0178 c00e 0001 0001 00000005 0004 0a000001")
                .array();
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = sound.clone();
            for (int flips = random.nextInt(5); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            ByteBuffer broken = ByteBuffer.wrap(bytes, 0, 12 + random.nextInt(bytes.length - 11))
                    .slice();
            try {
                if (DnsAnswer.answers(broken, A)) {
                    DnsAnswer.read(broken, A);
                }
            } catch (IOException e) {
                // As it should be; anything else fails the test.
            }
        }
    }
}
