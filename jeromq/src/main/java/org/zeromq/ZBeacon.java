package org.zeromq;

public class ZBeacon {
    public static final long DEFAULT_BROADCAST_INTERVAL = 1000L;
    public static final java.lang.String DEFAULT_BROADCAST_HOST = "255.255.255.255";

    public ZBeacon(java.lang.String arg0, byte[] arg1, int arg2, byte[] arg3, long arg4, boolean arg5, boolean arg6) {
        throw new UnsupportedOperationException();
    }

    public ZBeacon(java.net.InetAddress arg0, java.net.InetAddress arg1, int arg2, byte[] arg3, long arg4, boolean arg5, boolean arg6) {
        throw new UnsupportedOperationException();
    }

    public ZBeacon(java.lang.String arg0, int arg1, byte[] arg2, boolean arg3, boolean arg4) {
        throw new UnsupportedOperationException();
    }

    public ZBeacon(int arg0, byte[] arg1) {
        throw new UnsupportedOperationException();
    }

    public ZBeacon(java.lang.String arg0, int arg1, byte[] arg2) {
        throw new UnsupportedOperationException();
    }

    public ZBeacon(java.lang.String arg0, int arg1, byte[] arg2, boolean arg3) {
        throw new UnsupportedOperationException();
    }

    public byte[] getBeacon() {
        throw new UnsupportedOperationException();
    }

    public long getBroadcastInterval() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZBeacon.Listener getListener() {
        throw new UnsupportedOperationException();
    }

    public byte[] getPrefix() {
        throw new UnsupportedOperationException();
    }

    public void setBeacon(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public void setBroadcastInterval(long arg0) {
        throw new UnsupportedOperationException();
    }

    public void setListener(org.zeromq.ZBeacon.Listener arg0) {
        throw new UnsupportedOperationException();
    }

    public void setPrefix(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public void setUncaughtExceptionHandlers(java.lang.Thread.UncaughtExceptionHandler arg0, java.lang.Thread.UncaughtExceptionHandler arg1) {
        throw new UnsupportedOperationException();
    }

    public void start() {
        throw new UnsupportedOperationException();
    }

    public void startClient() {
        throw new UnsupportedOperationException();
    }

    public void startServer() {
        throw new UnsupportedOperationException();
    }

    public void stop() throws java.lang.InterruptedException {
        throw new UnsupportedOperationException();
    }

    public interface Listener {

        void onBeacon(java.net.InetAddress arg0, byte[] arg1);
    }

    public static class Builder {

        public Builder() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder beacon(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder blocking(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder broadcastInterval(long arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon build() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder client(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder client(java.net.InetAddress arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder ignoreLocalAddress(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder listener(org.zeromq.ZBeacon.Listener arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder port(int arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder prefix(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder server(byte[] arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder server(java.net.InetAddress arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder setClientUncaughtExceptionHandlers(java.lang.Thread.UncaughtExceptionHandler arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZBeacon.Builder setServerUncaughtExceptionHandlers(java.lang.Thread.UncaughtExceptionHandler arg0) {
            throw new UnsupportedOperationException();
        }
    }
}
