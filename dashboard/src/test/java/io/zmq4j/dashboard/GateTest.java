package io.zmq4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final int PORT = 7480;

    private final Gate loopback = Gate.loopback();
    private final Gate open = Gate.withToken("Monitor.example");

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:7480", "LOCALHOST:7480", "127.0.0.1:7480", "[::1]:7480"})
    void loopbackIsNamedByItsNames(String host) {
        assertThat(loopback.isNamedRightly(headers("Host", host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:7480",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "10.0.0.1",
                "",
                "[::1",
                "a:b:c"
            })
    void nameThatWasMadeToLeadHereIsRefused(String host) {
        assertThat(loopback.isNamedRightly(headers("Host", host))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor.example:7480", "10.0.0.1:7480", "[fe80::1]:7480", "localhost:7480"})
    void openOneIsNamedAsTheUserSaidOrByAnAddress(String host) {
        assertThat(open.isNamedRightly(headers("Host", host))).isTrue();
    }

    @Test
    void openOneIsNotNamedByAnythingElse() {
        assertThat(open.isNamedRightly(headers("Host", "evil.example"))).isFalse();
        assertThat(open.isNamedRightly(new Headers())).isFalse();
    }

    @Test
    void loopbackNeedsNoToken() {
        assertThat(loopback.token()).isNull();
        assertThat(loopback.lets(new Headers(), PORT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void pageOfSomebodyElseIsRefused(String site) {
        assertThat(loopback.lets(headers("Sec-Fetch-Site", site), PORT)).isFalse();
    }

    @Test
    void openOneLetsInWhoHasTheTokenInAHeaderOrACookie() {
        assertThat(open.lets(headers("Authorization", "Bearer " + open.token()), PORT))
                .isTrue();
        assertThat(open.lets(headers("Cookie", "a=b; zmq4j-7480=" + open.token()), PORT))
                .isTrue();
    }

    @Test
    void openOneLetsNobodyElseIn() {
        assertThat(open.lets(new Headers(), PORT)).isFalse();
        assertThat(open.lets(headers("Authorization", "Bearer "), PORT)).isFalse();
        assertThat(open.lets(
                        headers("Authorization", "Bearer " + Gate.withToken("x").token()), PORT))
                .isFalse();
        assertThat(open.lets(headers("Cookie", "zmq4j-7481=" + open.token()), PORT))
                .isFalse();
        assertThat(open.lets(headers("Cookie", "zmq4j-7480=" + open.token() + "0"), PORT))
                .isFalse();
    }

    @Test
    void cookieIsForThisSiteAndNotForScripts() {
        assertThat(open.setCookie(PORT))
                .isEqualTo("zmq4j-7480=" + open.token() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private static Headers headers(String name, String value) {
        var headers = new Headers();
        headers.set(name, value);
        return headers;
    }
}
