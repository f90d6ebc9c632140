package io.zmq4j.zap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.mechanism.Verdict.Status;
import io.zmq4j.zmtp.wire.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of RFC 27, frame by frame. */
class ZapReplyTest {
    private static Message reply(String... frames) {
        return Message.of(frames);
    }

    private static void malformed(Message reply, String why) {
        Verdict verdict = ZapReply.verdict(reply);
        assertThat(verdict.status()).isEqualTo(Status.INTERNAL_ERROR);
        assertThat(verdict.reason()).contains("malformed").contains(why);
        assertThat(verdict.isAllowed()).isFalse();
        assertThat(verdict.userId()).isEmpty();
    }

    @Test
    @DisplayName("RFC 27: the example's reply")
    void theExampleIsRead() {
        Message reply = reply("", "1.0", "0001", "200", "OK", "joe", "");

        assertThat(ZapReply.id(reply)).isEqualTo("0001");
        Verdict verdict = ZapReply.verdict(reply);
        assertThat(verdict.status()).isEqualTo(Status.SUCCESS);
        assertThat(verdict.reason()).isEqualTo("OK");
        assertThat(verdict.userId()).isEqualTo("joe");
        assertThat(verdict.metadata().asText()).isEmpty();
    }

    @Test
    void metadataComesWithSuccess() {
        byte[] metadata = "\5Level\0\0\0\0019".getBytes(StandardCharsets.ISO_8859_1);
        Message reply = Message.of(
                new byte[0], "1.0".getBytes(), "7".getBytes(), "200".getBytes(), new byte[0], new byte[0], metadata);

        assertThat(ZapReply.verdict(reply).metadata().asText())
                .containsOnlyKeys("Level")
                .containsEntry("Level", "9");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 500})
    void aRefusalHasAStatusAndWords(int status) {
        Verdict verdict = ZapReply.verdict(reply("", "1.0", "7", String.valueOf(status), "no", "", ""));

        assertThat(verdict.status().number()).isEqualTo(status);
        assertThat(verdict.reason()).isEqualTo("no");
        assertThat(verdict.isAllowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 20})
    @DisplayName("RFC 27: the reply SHALL consist of seven frames")
    void anotherNumberOfFramesIsMalformed(int count) {
        var frames = Arrays.copyOf(new String[] {"", "1.0", "7", "200", "OK", "joe", "", ""}, count);
        Arrays.setAll(frames, i -> frames[i] == null ? "" : frames[i]);

        malformed(reply(frames), count + " frames");
        assertThat(ZapReply.id(reply(frames))).isEqualTo(count > 2 ? "7" : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.1", "2.0", "1.0 ", "\0"})
    @DisplayName("RFC 27: the version frame SHALL contain 1.0")
    void anotherVersionIsMalformed(String version) {
        malformed(reply("", version, "7", "200", "OK", "joe", ""), "version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "20", "2000", "201", "100", "600", "abc", " 200", "+200", "0200"})
    void anotherStatusIsMalformed(String status) {
        malformed(reply("", "1.0", "7", status, "OK", "joe", ""), "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "400", "500"})
    @DisplayName("RFC 27: for other statuses than 200 the user id SHALL be empty")
    void aRefusalWithAUserIdIsMalformed(String status) {
        malformed(reply("", "1.0", "7", status, "no", "joe", ""), "with a user id");
    }

    @Test
    @DisplayName("RFC 27: an address delimiter frame of length zero")
    void aFrameInPlaceOfTheDelimiterIsMalformed() {
        malformed(reply("x", "1.0", "7", "200", "OK", "joe", ""), "no empty frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\1", "\1X", "\1X\0\0\0\1", "\0\0\0\0\0", "\5Level\0\0\0\u007f9"})
    void brokenMetadataIsMalformed(String metadata) {
        malformed(reply("", "1.0", "7", "200", "OK", "joe", metadata), "metadata");
    }

    @Test
    void metadataHaveAtMost64KiB() {
        malformed(reply("", "1.0", "7", "200", "OK", "joe", "x".repeat(1 << 20)), "1048576 bytes of metadata");
    }

    @Test
    void aUserIdHasAtMost255Bytes() {
        assertThat(ZapReply.verdict(reply("", "1.0", "7", "200", "", "u".repeat(255), ""))
                        .userId())
                .hasSize(255);
        malformed(reply("", "1.0", "7", "200", "", "u".repeat(256), ""), "user id of 256 bytes");
    }

    @Test
    @DisplayName("RFC 27: the example's requests, and what comes back from a REP")
    void requestsAreWrittenAndRead() {
        var request =
                new ZapRequest("test", "192.168.55.1", bytes("BOB"), "PLAIN", List.of(bytes("admin"), bytes("secret")));

        Message sent = request.message("0001");
        assertThat(sent)
                .isEqualTo(Message.of("", "1.0", "0001", "test", "192.168.55.1", "BOB", "PLAIN", "admin", "secret"));
        ZapRequest read = ZapRequest.parse(sent.from(1));
        assertThat(read.domain()).isEqualTo("test");
        assertThat(read.address()).isEqualTo("192.168.55.1");
        assertThat(read.routingId()).isEqualTo(bytes("BOB"));
        assertThat(read.mechanism()).isEqualTo("PLAIN");
        assertThat(read.credentials()).containsExactly(bytes("admin"), bytes("secret"));
        assertThat(read.toString()).contains("PLAIN").doesNotContain("secret");
        assertThat(new ZapRequest("d", "", new byte[0], "NULL", List.of()).message("1"))
                .isEqualTo(Message.of("", "1.0", "1", "d", "", "", "NULL"));
    }

    @ParameterizedTest
    @CsvSource({"1.1 1 d a i NULL, version", "1.0 1 d a i, 5 frames", "1.0, 1 frames"})
    void whatIsNoRequestIsRefused(String frames, String why) {
        Message message = Message.of(frames.split(" ", -1));

        assertThatThrownBy(() -> ZapRequest.parse(message))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aReplyIsWrittenAsItIsRead() {
        Message request = Message.of("1.0", "77", "d", "a", "", "NULL");
        var verdict = new Verdict(Status.SUCCESS, "OK", "joe", new Metadata().put("Level", bytes("9")));

        Message reply = ZapReply.message(request, verdict).prepend(new byte[0]);

        assertThat(ZapReply.id(reply)).isEqualTo("77");
        assertThat(ZapReply.verdict(reply).userId()).isEqualTo("joe");
        assertThat(ZapReply.verdict(reply).metadata().asText()).containsEntry("Level", "9");
        assertThat(ZapReply.message(Message.of("x"), verdict).frameCount()).isEqualTo(6);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
