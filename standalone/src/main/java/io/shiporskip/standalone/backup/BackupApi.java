package io.shiporskip.standalone.backup;

import io.shiporskip.edge.access.Requires;
import io.shiporskip.edge.access.Role;
import io.shiporskip.edge.problem.Problems;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Backups over HTTP, for operators. A request names no place: only one segment of a path, under {@code backups} in the
 * server's own data folder, so that a token that got out can overwrite nothing and read nothing back.
 */
@RestController
public class BackupApi {

    static final String NOT_HERE = "The data is on a MongoDB of its own: back that up with mongodump, or with snapshots"
            + " of its file system; keep secrets.json and tokens.json of the data folder with it.";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final DateTimeFormatter BY_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd't'HH-mm-ss.SSS'z'").withZone(ZoneOffset.UTC);

    private final ObjectProvider<Backups> backups;

    BackupApi(ObjectProvider<Backups> backups) {
        this.backups = backups;
    }

    /** @param name of the new folder under {@code backups}; by the time when it is left out */
    record Wanted(@Nullable String name) {}

    /** Starts a backup; 202 with where to watch it, 409 while another is being made or when the name is taken. */
    @PostMapping("/api/log/backups")
    @Requires(Role.OPERATOR)
    ResponseEntity<BackupState> start(@RequestBody(required = false) @Nullable Wanted wanted) {
        String name = wanted == null || wanted.name() == null ? BY_TIME.format(Instant.now()) : wanted.name();
        if (!NAME.matcher(name).matches()) {
            throw Problems.invalid(
                    "name",
                    "must be 1 to 64 lower-case letters, digits, '.', '_' and '-', and begin with a letter or a digit");
        }
        Backups here = here();
        return ResponseEntity.accepted()
                .location(URI.create("/api/log/backups/" + name))
                .body(started(here, name));
    }

    private static BackupState started(Backups here, String name) {
        try {
            return here.start(name).orElseThrow(() -> Problems.conflict("Another backup is being made just now"));
        } catch (FileAlreadyExistsException e) {
            throw Problems.conflict("There is a backup '" + name + "' already");
        }
    }

    @GetMapping("/api/log/backups/{name}")
    @Requires(Role.OPERATOR)
    ResponseEntity<BackupState> watch(@PathVariable String name) {
        BackupState state = here().state(name)
                .orElseThrow(() -> Problems.notFound("This server has made no backup '" + name + "' since it started"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state);
    }

    private Backups here() {
        Backups here = backups.getIfAvailable();
        if (here == null) {
            throw Problems.conflict(NOT_HERE);
        }
        return here;
    }
}
