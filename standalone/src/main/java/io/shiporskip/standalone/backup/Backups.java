package io.shiporskip.standalone.backup;

import io.shiporskip.log.LogHead;
import io.shiporskip.mongo.embedded.EmbeddedMongo;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups of a server: one at a time, each under {@value #FOLDER} in its data folder, the last few remembered. */
public final class Backups {

    static final String FOLDER = "backups";

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final int REMEMBERED = 20;

    private final Path data;
    private final SiteCopy copy;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<String, BackupState> states = new LinkedHashMap<>();

    public Backups(Path data, EmbeddedMongo mongo) {
        this.data = data;
        this.copy = new SiteCopy(data, mongo);
    }

    Optional<BackupState> state(String name) {
        synchronized (states) {
            return Optional.ofNullable(states.get(name));
        }
    }

    /**
     * Starts one; empty while another is being made.
     *
     * @throws FileAlreadyExistsException when there is one of this name
     */
    Optional<BackupState> start(String name) throws FileAlreadyExistsException {
        if (!busy.compareAndSet(false, true)) {
            return Optional.empty();
        }
        // Only now: before, the one of this name might just have been finished.
        if (Files.exists(folder(name))) {
            busy.set(false);
            throw new FileAlreadyExistsException(name);
        }
        BackupState begun = BackupState.running(name, FOLDER + "/" + name, 0, 0);
        note(begun);
        Thread.ofPlatform().name("backup").daemon().start(() -> make(begun));
        return Optional.of(begun);
    }

    private void make(BackupState begun) {
        BackupState[] last = {begun};
        try {
            OwnFolder.create(data.resolve(FOLDER));
            LogHead head = copy.into(folder(begun.name()), (done, total) -> {
                last[0] = BackupState.running(begun.name(), begun.folder(), done, total);
                note(last[0]);
            });
            note(last[0].done(head.position(), head.hash()));
            LOG.info("Backup {} reaches position {}", begun.folder(), head.position());
        } catch (Throwable e) {
            // An Error as well: who watches would else see it running for ever.
            LOG.warn("Backup {} failed", begun.folder(), e);
            note(last[0].failed(e instanceof Error ? e.toString() : String.valueOf(e.getMessage())));
        } finally {
            busy.set(false);
        }
    }

    private void note(BackupState state) {
        synchronized (states) {
            states.put(state.name(), state);
            if (states.size() > REMEMBERED) {
                states.remove(states.keySet().iterator().next());
            }
        }
    }

    private Path folder(String name) {
        return data.resolve(FOLDER).resolve(name);
    }
}
