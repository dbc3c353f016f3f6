package io.shiporskip.mongo.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/** What a command asks of the disk. As with MongoDB since 5.0, who asks for nothing gets the safe answer. */
final class WriteConcern {

    private WriteConcern() {}

    static boolean waitsForDisk(Document command) {
        return !(command.get("writeConcern") instanceof Document concern)
                || !(concern.get("w") instanceof Number)
                || Utils.isTrue(concern.get("j"));
    }

    static boolean readsOnlyWhatIsOnDisk(Document command) {
        return !(command.get("readConcern") instanceof Document concern)
                || !("local".equals(concern.get("level")) || "available".equals(concern.get("level")));
    }
}
