package vn.lienthong.gateway.signature.pdf;

/** What is done to a file once it is signed. */
enum Tampering {
    NONE {
        @Override
        byte[] of(byte[] file) {
            return file;
        }
    },
    CONTENT {
        @Override
        byte[] of(byte[] file) {
            byte[] changed = file.clone();
            changed[IncrementalUpdate.text(file).indexOf("/MediaBox [0.0") + "/MediaBox [0.".length()] = '1';
            return changed;
        }
    },
    SIGNATURE_VALUE {
        @Override
        byte[] of(byte[] file) {
            // The last digit of the value before its padding: in the signature itself.
            byte[] changed = file.clone();
            int at = IncrementalUpdate.text(file).lastIndexOf("/Contents <");
            int end = IncrementalUpdate.text(file).indexOf('>', at);
            while (changed[end - 1] == '0') {
                end--;
            }
            changed[end - 3] = (byte) (changed[end - 3] == '7' ? '8' : '7');
            return changed;
        }
    },
    APPENDED {
        @Override
        byte[] of(byte[] file) {
            return IncrementalUpdate.bytes(IncrementalUpdate.text(file) + "\n% thêm\n%%EOF\n");
        }
    },
    UPDATED {
        @Override
        byte[] of(byte[] file) {
            IncrementalUpdate update = new IncrementalUpdate(file);
            return update.change(
                            update.objectWith("/Type /Page\n"),
                            page -> page.replace("/MediaBox", "/Rotate 90\n/MediaBox"))
                    .write();
        }
    };

    abstract byte[] of(byte[] file);
}
