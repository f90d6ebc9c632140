package org.zeromq;

public class ZActor extends org.zeromq.ZStar {

    public ZActor(org.zeromq.ZContext arg0, org.zeromq.ZActor.Actor arg1, java.lang.String arg2, java.lang.Object... arg3) {
        super((org.zeromq.ZContext) null, (org.zeromq.ZStar.Fortune) null, (java.lang.String) null, (java.lang.Object[]) null);
        throw new UnsupportedOperationException();
    }

    public ZActor(org.zeromq.ZContext arg0, org.zeromq.ZAgent.SelectorCreator arg1, org.zeromq.ZActor.Actor arg2, java.lang.String arg3, java.lang.Object... arg4) {
        super((org.zeromq.ZContext) null, (org.zeromq.ZStar.Fortune) null, (java.lang.String) null, (java.lang.Object[]) null);
        throw new UnsupportedOperationException();
    }

    public ZActor(org.zeromq.ZAgent.SelectorCreator arg0, org.zeromq.ZActor.Actor arg1, java.lang.String arg2, java.lang.Object... arg3) {
        super((org.zeromq.ZContext) null, (org.zeromq.ZStar.Fortune) null, (java.lang.String) null, (java.lang.Object[]) null);
        throw new UnsupportedOperationException();
    }

    public ZActor(org.zeromq.ZActor.Actor arg0, java.lang.String arg1, java.lang.Object... arg2) {
        super((org.zeromq.ZContext) null, (org.zeromq.ZStar.Fortune) null, (java.lang.String) null, (java.lang.Object[]) null);
        throw new UnsupportedOperationException();
    }

    public interface Actor {

        boolean backstage(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1, int arg2);

        void closed(org.zeromq.ZMQ.Socket arg0);

        java.util.List<org.zeromq.ZMQ.Socket> createSockets(org.zeromq.ZContext arg0, java.lang.Object... arg1);

        boolean destroyed(org.zeromq.ZContext arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZPoller arg2);

        boolean finished(org.zeromq.ZMQ.Socket arg0);

        boolean looped(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1);

        long looping(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1);

        java.lang.String premiere(org.zeromq.ZMQ.Socket arg0);

        boolean stage(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZPoller arg2, int arg3);

        void start(org.zeromq.ZMQ.Socket arg0, java.util.List<org.zeromq.ZMQ.Socket> arg1, org.zeromq.ZPoller arg2);
    }

    public static class Duo implements org.zeromq.ZActor.Actor {

        public Duo(org.zeromq.ZActor.Actor arg0, org.zeromq.ZActor.Actor arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean backstage(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1, int arg2) {
            throw new UnsupportedOperationException();
        }

        public void closed(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public java.util.List<org.zeromq.ZMQ.Socket> createSockets(org.zeromq.ZContext arg0, java.lang.Object... arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean destroyed(org.zeromq.ZContext arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZPoller arg2) {
            throw new UnsupportedOperationException();
        }

        public boolean finished(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean looped(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1) {
            throw new UnsupportedOperationException();
        }

        public long looping(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1) {
            throw new UnsupportedOperationException();
        }

        public java.lang.String premiere(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean stage(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZPoller arg2, int arg3) {
            throw new UnsupportedOperationException();
        }

        public void start(org.zeromq.ZMQ.Socket arg0, java.util.List<org.zeromq.ZMQ.Socket> arg1, org.zeromq.ZPoller arg2) {
            throw new UnsupportedOperationException();
        }
    }

    public static class SimpleActor implements org.zeromq.ZActor.Actor {

        public SimpleActor() {
            throw new UnsupportedOperationException();
        }

        public boolean backstage(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1, int arg2) {
            throw new UnsupportedOperationException();
        }

        public void closed(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public java.util.List<org.zeromq.ZMQ.Socket> createSockets(org.zeromq.ZContext arg0, java.lang.Object... arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean destroyed(org.zeromq.ZContext arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZPoller arg2) {
            throw new UnsupportedOperationException();
        }

        public boolean finished(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean looped(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1) {
            throw new UnsupportedOperationException();
        }

        public long looping(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller arg1) {
            throw new UnsupportedOperationException();
        }

        public java.lang.String premiere(org.zeromq.ZMQ.Socket arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean stage(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZPoller arg2, int arg3) {
            throw new UnsupportedOperationException();
        }

        public void start(org.zeromq.ZMQ.Socket arg0, java.util.List<org.zeromq.ZMQ.Socket> arg1, org.zeromq.ZPoller arg2) {
            throw new UnsupportedOperationException();
        }
    }
}
