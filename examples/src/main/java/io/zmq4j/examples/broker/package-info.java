/** Extended request-reply: ROUTER and DEALER between many REQs and many REPs that all connect. */
@NullMarked
package io.zmq4j.examples.broker;

import org.jspecify.annotations.NullMarked;
