package io.github.modelwarden.alerting.target;

import java.util.List;

/**
 * Rules in the language of a target.
 *
 * @param files the files, the main one first
 * @param notes what works a little differently there
 */
public record Export(List<ExportedFile> files, List<Finding> notes) {

    public Export {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
