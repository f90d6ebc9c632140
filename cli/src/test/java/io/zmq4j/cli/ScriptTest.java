package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script zmq and the JVM it starts: streams that are not there, locales, users, and places where a checkout may lie. */
@Timeout(90)
class ScriptTest {
    private static final Run VERSION = new Run(Exit.DONE, version(), "");

    /** A command of somebody who may not write to what root, or the owner, made read-only. */
    private static final String AS_ANOTHER = "as_another() { if ((UID == 0)); then "
            + "setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"; else \"$@\"; fi; }\n";

    @TempDir
    private static Path temporary;

    private static Checkout checkout;

    @BeforeAll
    static void makeCheckout() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        checkout = Checkout.builtIn(temporary.resolve("checkout"));
        assertThat(checkout.shell("zmq --version")).isEqualTo(VERSION);
    }

    private static String version() {
        return Run.zmq("--version").out();
    }

    @Test
    void aClosedStdinIsAnErrorOfWhoeverReadsItAndOfNobodyElse() throws Exception {
        var closed = "zmq: stdin is closed or cannot be read: Bad file descriptor\n";
        assertThat(checkout.shell("zmq push -c " + Ports.ipcEndpoint() + " --linger 0 <&-"))
                .isEqualTo(new Run(Exit.ERROR, "", closed));
        assertThat(checkout.shell("zmq rep -b " + Ports.ipcEndpoint() + " <&-"))
                .isEqualTo(new Run(Exit.ERROR, "", closed));
        assertThat(checkout.shell("zmq --version <&-")).isEqualTo(VERSION);
        assertThat(checkout.shell("zmq pull -b " + Ports.ipcEndpoint() + " --timeout 0 <&-")
                        .code())
                .isEqualTo(Exit.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {">&-", ">/dev/full", "1</dev/null"})
    void aStdoutThatTakesNothingIsAnError(String redirection) throws Exception {
        var run = checkout.shell("zmq options " + redirection);
        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.err())
                .startsWith("zmq: stdout is closed or cannot be written: ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "push --help"})
    void helpThatDoesNotArriveIsAnErrorToo(String help) throws Exception {
        var run = checkout.shell("zmq " + help + " >/dev/full");
        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.err())
                .startsWith("zmq: stdout is closed or cannot be written: ")
                .hasLineCount(1);
    }

    @Test
    void aMessageThatAFullDeviceDoesNotTakeIsAnError() throws Exception {
        var endpoint = Ports.ipcEndpoint();
        var run = checkout.shell("zmq push -c " + endpoint + " x & zmq pull -b " + endpoint + " -n 1 >/dev/full");
        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.err()).isEqualTo("zmq: stdout is closed or cannot be written: No space left on device\n");
    }

    @Test
    void aReaderThatLeavesIsNoError() throws Exception {
        assertThat(checkout.shell("{ sleep 0; zmq options; echo $? >&2; } | true")
                        .err())
                .isEqualTo(Exit.OUTPUT_CLOSED + "\n");
    }

    @Test
    void aClosedStderrLeavesTheExitCode() throws Exception {
        assertThat(checkout.shell("zmq nosuchverb 2>&-")).isEqualTo(new Run(Exit.USAGE, "", ""));
        assertThat(checkout.shell("zmq --version <&- 2>&-")).isEqualTo(VERSION);
        assertThat(checkout.shell("zmq nosuchverb <&- >&- 2>&-")).isEqualTo(new Run(Exit.USAGE, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZMQ_JAVA_OPTS=-Xlog:gc* -XX:+PrintFlagsFinal",
                "JAVA_TOOL_OPTIONS=-Xlog",
                "JDK_JAVA_OPTIONS=-Xlog:gc*",
                "_JAVA_OPTIONS=-Xlog:gc*",
                "ZMQ_JAVA_OPTS=-XX:SharedArchiveFile=/dev/null -Xshare:auto",
                "ZMQ_JAVA_OPTS=-Xlog:gc*:stderr"
            })
    void theJvmsOwnTalkIsNotOnStdout(String options) throws Exception {
        var run = checkout.shell("zmq --version", options);
        assertThat(run.out()).isEqualTo(VERSION.out());
        assertThat(run.code()).isEqualTo(Exit.DONE);
        if (options.endsWith("stderr")) {
            assertThat(run.err()).contains("[gc");
        }
    }

    @Test
    void aJvmThatDoesNotStartSaysSoOnStderr() throws Exception {
        var run = checkout.shell("zmq --version", "ZMQ_JAVA_OPTS=-Xmx1k");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Too small maximum heap");
        assertThat(run.code()).isEqualTo(Exit.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=", "LC_ALL=C.UTF-8"})
    void argumentsAndPathsAreBytesInEveryLocale(String locale) throws Exception {
        var path = temporary.resolve("s" + locale);
        var endpoint = "ipc://" + path + "$'\\xc3\\xbc\\xff'";
        var run = checkout.shell(
                "zmq pull -b " + endpoint + " -n 1 --timeout 50 --format raw | od -An -tx1 & "
                        + "zmq push -c " + endpoint + " --timeout 50 $'gr\\xc3\\xbc' '' $'\\xfc\\xc3'; "
                        + "code=$?; wait; echo $code; ls " + path + "* 2>/dev/null",
                locale);
        assertThat(run.out()).isEqualTo(" 67 72 c3 bc fc c3\n0\n");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LANG=", "LC_ALL=C.UTF-8"})
    void anErrorNamesAnArgumentAsItWasTypedInEveryLocale(String locale) throws Exception {
        var run = checkout.shell("zmq push -c :5555 --gr$'\\xc3\\xbc'n", locale);
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).startsWith("zmq: Unknown option: '--gr\u00fcn'").hasLineCount(1);
    }

    @Test
    void aCommandFindsTheLocaleOfTheUser() throws Exception {
        var command = "printf %s \"${LC_ALL-unset} ${ZMQ_LC_ALL-unset} gr\u00fc\"";
        for (var locale : new String[] {"C", ""}) {
            var endpoint = Ports.ipcEndpoint();
            var run = checkout.shell(
                    "zmq rep -q -b " + endpoint + " -n 1 --command '" + command + "' >/dev/null & zmq req -c "
                            + endpoint + " --timeout 50 x; wait",
                    "LANG=C",
                    "LC_ALL=" + locale);
            assertThat(run)
                    .isEqualTo(new Run(Exit.DONE, (locale.isEmpty() ? "unset" : locale) + " unset gr\u00fc\n", ""));
        }
    }

    @Test
    void aMovedOrCopiedCheckoutMakesItsArchiveAnew() throws Exception {
        var run = checkout.shell("""
                copies=$(dirname "$(dirname "$ZMQ")")/copies && mkdir "$copies" && cp -r "$(dirname "$ZMQ")" "$copies/a"
                export ZMQ_JAVA_OPTS=-Xlog:class+load:stderr
                used() { "$1/zmq" --version 2>"$copies/err"; grep -c 'io.zmq4j.cli.Zmq .*shared objects file' "$copies/err"; }
                touch "$copies/a/.zmq/built"
                used "$copies/a"; mv "$copies/a" "$copies/b"; used "$copies/b"; cp -a "$copies/b" "$copies/c"; used "$copies/c"
                touch "$copies/c/.zmq/lib/"*.jar; used "$copies/c"
                """);
        assertThat(run.out()).isEqualTo((VERSION.out() + "1\n").repeat(4));
        assertThat(run.code()).isEqualTo(Exit.DONE);
    }

    @Test
    void aCheckoutMayLieUnderAnyNameAndBeLinked() throws Exception {
        var run = checkout.shell("""
                odd=$(dirname "$(dirname "$ZMQ")")/$'odd: *;%41#\\xc3\\xbc\\n' && mkdir "$odd" && cp -a "$(dirname "$ZMQ")" "$odd/a:b"
                ln -s "$odd" "$odd.link" && ln -s "$odd.link/a:b/zmq" "$odd/link to zmq"
                for zmq in "$odd/a:b/zmq" "$odd.link/a:b/zmq" "$odd/link to zmq"; do LC_ALL=C "$zmq" --version; done
                cd "$odd/a:b/core" && ../zmq --version
                cd "$odd/a:b" && PATH=.:$PATH && zmq() { command zmq "$@"; } && zmq --version
                """);
        assertThat(run).isEqualTo(new Run(Exit.DONE, VERSION.out().repeat(5), ""));
    }

    @Test
    void whoMayNotWriteToACheckoutRunsWhatIsThere() throws Exception {
        var run = checkout.shell(AS_ANOTHER + """
                others=$(dirname "$(dirname "$ZMQ")")/others && cp -a "$(dirname "$ZMQ")" "$others"
                rm -f "$others"/.zmq/*.jsa "$others"/.zmq/*.aot "$others"/.zmq/lock
                chmod -R a-w "$others"
                as_another "$others/zmq" --version; echo $?; ls "$others/.zmq"
                touch "$others/pom.xml"; as_another "$others/zmq" --version; echo $?
                chmod u+w "$others/.zmq" && rm "$others/.zmq/built" && chmod u-w "$others/.zmq"
                as_another "$others/zmq" --version; echo $?
                chmod -R u+w "$others"
                """);
        assertThat(run.out().replaceAll("java.*\\.for\n", ""))
                .isEqualTo(VERSION.out() + "0\narchive.log\nbuilt\nlib\n" + VERSION.out() + "0\n" + "1\n");
        assertThat(run.err().replaceAll("and .* may", "and HERE may"))
                .isEqualTo("zmq: older than its sources, and HERE may not be written to\n"
                        + "zmq: not built yet, and HERE may not be written to\n");
    }
}
