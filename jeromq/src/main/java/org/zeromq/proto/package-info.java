/**
 * Messages and frames by a picture: {@link org.zeromq.proto.ZPicture} for whole messages, {@link org.zeromq.proto.ZNeedle} within a
 * frame. Imports {@code org.zeromq}; the thread that owns the socket owns these as well.
 */
package org.zeromq.proto;
