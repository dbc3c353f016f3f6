package io.shiporskip.standalone.run;

import io.shiporskip.edge.secrets.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What somebody should know who starts a folder for the first time.
 *
 * @param first whether there were no tokens before
 */
record FirstRun(Path data, boolean first) {

    static FirstRun in(Path data) {
        return new FirstRun(data, !Files.exists(data.resolve(Tokens.FILE)));
    }

    void greet(String url) {
        if (first) {
            Path folder = data.toAbsolutePath().normalize();
            System.out.println("Welcome to Ship or Skip.");
            System.out.println("  Open " + url + " in a browser and vote.");
            System.out.println("  The data is in " + folder);
            System.out.println("  The tokens of the editor, the operator and the panel's seats, for you alone: "
                    + folder.resolve(Tokens.FILE));
            System.out.println("  Stop with Ctrl-C; start again with the same folder to go on.");
        } else {
            System.out.println("Open " + url + " in a browser; stop with Ctrl-C.");
        }
    }
}
