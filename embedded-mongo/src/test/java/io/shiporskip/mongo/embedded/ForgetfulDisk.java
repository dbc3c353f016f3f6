package io.shiporskip.mongo.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FakeFileChannel;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A disk for tests, as the H2 file system {@code forgetful:}. What was written is seen at once, but only what was forced
 * is in the real file; when the power fails, the rest is gone, or some of it is there. It can also be full, fail to sync,
 * or take its time.
 */
public final class ForgetfulDisk extends FilePathWrapper {

    static final String SCHEME = "forgetful";

    private static final Map<String, State> STATES = new ConcurrentHashMap<>();

    /** What the files of one folder share. */
    static final class State {
        private final List<Channel> open = new CopyOnWriteArrayList<>();
        volatile boolean off;
        volatile boolean full;
        volatile boolean syncFails;
        volatile @Nullable CountDownLatch syncWaitsFor;
        private final AtomicInteger forcesLeft = new AtomicInteger(Integer.MAX_VALUE);
        private volatile Random survivors = new Random(0);

        /** The power fails; of what was not forced, what the random numbers choose is there afterwards. */
        synchronized void powerFails(Random random) throws IOException {
            if (!off) {
                off = true;
                for (Channel channel : open) {
                    channel.keepSome(random);
                }
            }
        }

        /** The power fails during the n-th sync from now on. */
        void powerFailsAtSync(int n, Random random) {
            survivors = random;
            forcesLeft.set(n);
        }

        private void forcing() throws IOException {
            CountDownLatch latch = syncWaitsFor;
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            if (forcesLeft.decrementAndGet() == 0) {
                powerFails(survivors);
            }
            check();
            if (syncFails) {
                throw new IOException("the disk cannot sync");
            }
        }

        private void check() throws IOException {
            if (off) {
                throw new IOException("the power is off");
            }
        }

        void powerReturns() {
            open.clear();
            forcesLeft.set(Integer.MAX_VALUE);
            off = false;
        }
    }

    static State of(java.nio.file.Path folder) {
        FilePath.register(new ForgetfulDisk());
        return STATES.computeIfAbsent(folder.toAbsolutePath().normalize().toString(), ignored -> new State());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        State state = of(Objects.requireNonNull(
                java.nio.file.Path.of(getBase().toString()).getParent()));
        state.check();
        Channel channel = new Channel(state, getBase().open(mode));
        state.open.add(channel);
        return channel;
    }

    private static final class Channel extends FileBaseDefault {

        private static final int BLOCK = 4096;

        private final State state;
        private final FileChannel real;
        private byte[] seen;
        private int size;
        private final java.util.TreeSet<Integer> dirty = new java.util.TreeSet<>();

        Channel(State state, FileChannel real) throws IOException {
            this.state = state;
            this.real = real;
            this.size = (int) real.size();
            this.seen = new byte[Math.max(size, 1 << 16)];
            real.read(ByteBuffer.wrap(seen, 0, size), 0);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            state.check();
            int length = (int) Math.min(target.remaining(), size - position);
            if (length <= 0) {
                return -1;
            }
            target.put(seen, (int) position, length);
            return length;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            state.check();
            int end = (int) position + source.remaining();
            if (state.full && end > size) {
                throw new IOException("No space left on device");
            }
            if (end > seen.length) {
                seen = java.util.Arrays.copyOf(seen, Math.max(end, 2 * seen.length));
            }
            int length = source.remaining();
            source.get(seen, (int) position, length);
            size = Math.max(size, end);
            for (int block = (int) position / BLOCK; block * BLOCK < end; block++) {
                dirty.add(block);
            }
            return length;
        }

        @Override
        protected synchronized void implTruncate(long length) throws IOException {
            state.check();
            size = (int) Math.min(size, length);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            state.forcing();
            synchronized (this) {
                for (int block : dirty) {
                    keep(block);
                }
                dirty.clear();
                real.truncate(size);
            }
        }

        private void keep(int block) throws IOException {
            int from = block * BLOCK;
            if (from < size) {
                real.write(ByteBuffer.wrap(seen, from, Math.min(BLOCK, size - from)), from);
            }
        }

        /** Any part of what was not forced may be there: disks write in the order they like. */
        synchronized void keepSome(Random random) throws IOException {
            int chance = random.nextInt(5);
            for (int block : dirty) {
                if (random.nextInt(4) < chance) {
                    keep(block);
                }
            }
            dirty.clear();
        }

        @Override
        public synchronized long size() {
            return size;
        }

        @Override
        public FileLock tryLock(long position, long length, boolean shared) {
            return new FileLock(FakeFileChannel.INSTANCE, position, length, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
            state.open.remove(this);
        }
    }
}
