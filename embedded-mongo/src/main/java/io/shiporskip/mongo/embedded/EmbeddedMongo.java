package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStoreException;

/** One running server over one data folder. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String STORE = "mongo.mv.db";

    private final DataFolder folder;
    private final Supervisor supervisor;
    private final Listener listener;
    private final Secret secret;
    private final Scans scans;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedMongo(DataFolder folder, String file, Upkeep upkeep) {
        this.folder = folder;
        this.scans = new Scans();
        this.secret = new Secret();
        this.supervisor = new Supervisor(() -> Engine.open(file, scans, upkeep));
        this.listener = new Listener(supervisor, secret);
    }

    /**
     * Opens the folder, which is created where it is missing, and listens on a free loopback port.
     *
     * @throws DataFolderException when the folder is in use by another process, of a newer format, damaged or not
     *     writable
     */
    public static EmbeddedMongo open(Path dataFolder) {
        return open(dataFolder, "", Upkeep.forHeap(Runtime.getRuntime().maxMemory()));
    }

    /** Whether a server has ever kept data in this folder; looks and touches nothing. */
    public static boolean holdsData(Path dataFolder) {
        return DataFolder.isOne(dataFolder);
    }

    /** Opens the store through an H2 file system with this prefix, such as {@code retry:}; a seam for tests. */
    static EmbeddedMongo open(Path dataFolder, String fileSystem, Upkeep upkeep) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            return new EmbeddedMongo(folder, fileSystem + folder.path().resolve(STORE), upkeep);
        } catch (DataFolderException e) {
            folder.close();
            throw e;
        } catch (RuntimeException e) {
            folder.close();
            throw new DataFolderException(
                    "The data folder " + folder.path() + " cannot be opened: " + NotDurableException.reason(e), e);
        }
    }

    /**
     * Where and how to connect, with the secret of this start as the application name. It lets its holder read and write
     * everything: it belongs in no log.
     */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + listener.port() + "/?appName=" + secret.text()
                + "&directConnection=true&retryWrites=false&retryReads=false";
    }

    /** The last 1,000 queries since the start that had to look at every document of a collection; oldest first. */
    public List<String> scans() {
        return scans.list();
    }

    /**
     * The last 1,000 queries since the start that asked for every document of a collection, without a condition and
     * without a limit; oldest first. Not scans in search of something, but as dear as the collection is long.
     */
    public List<String> wholeReads() {
        return scans.whole();
    }

    /**
     * Copies the data into a folder that a server can be opened on, while this one goes on: all that had been
     * acknowledged when the call began, documents and index entries of one and the same moment. It takes at most half of
     * a thread's time and of the disk's. Meanwhile space that writes free is not used again.
     *
     * @param target a folder that exists and holds no data; what is written there before a failure is no data folder
     * @throws DataFolderException when it holds data already, or cannot be written, or this server cannot be read
     */
    public void backUp(Path target, BackupProgress progress) {
        Path store = target.resolve(STORE);
        try {
            if (holdsData(target) || Files.exists(store)) {
                throw new DataFolderException("The folder " + target + " holds data already.");
            }
            if (!Files.isDirectory(target)) {
                throw new DataFolderException("There is no folder " + target + ".");
            }
            supervisor.engine().copyTo(store.toString(), progress);
            DataFolder.writeFormat(target);
        } catch (IOException | MVStoreException | MongoServerError | NotDurableException e) {
            throw new DataFolderException("The backup into " + target + " failed: " + NotDurableException.reason(e), e);
        }
    }

    /** How often the disk was asked to make sure, so far; many writes share one. */
    long syncs() {
        return supervisor.syncs();
    }

    /** Answers what is under way, puts everything on disk and lets go of the folder. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            listener.close();
            supervisor.close();
            folder.close();
        }
    }
}
