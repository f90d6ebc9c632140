package io.zmq4j.flow;

import java.util.List;
import java.util.Set;
import org.testng.IMethodInstance;
import org.testng.IMethodInterceptor;
import org.testng.ITestContext;

/**
 * The rules of the TCK that can be tried. It would skip the others itself, and a skipped test proves nothing.
 */
public final class Applicable implements IMethodInterceptor {
    /** Rules about which the TCK only says that it cannot try them. */
    private static final String UNTESTED = "untested_";

    /** Of a publisher that gives each element to all subscribers: here each message goes to one of them. */
    private static final String MULTICAST = "_multicast_";

    /** Of a publisher that has failed before anybody subscribes: here that is known when a message is asked for. */
    private static final Set<String> OF_A_FAILED_PUBLISHER = Set.of(
            "optional_spec104_mustSignalOnErrorWhenFails",
            "required_spec109_mayRejectCallsToSubscribeIfPublisherIsUnableOrUnwillingToServeThemRejectionMustTriggerOnErrorAfterOnSubscribe");

    @Override
    public List<IMethodInstance> intercept(List<IMethodInstance> methods, ITestContext context) {
        return methods.stream()
                .filter(each -> isApplicable(each.getMethod().getMethodName()))
                .toList();
    }

    private static boolean isApplicable(String rule) {
        return !rule.contains(UNTESTED) && !rule.contains(MULTICAST) && !OF_A_FAILED_PUBLISHER.contains(rule);
    }
}
