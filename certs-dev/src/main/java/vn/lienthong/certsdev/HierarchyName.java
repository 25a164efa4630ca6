package vn.lienthong.certsdev;

/** The hierarchies we keep: one per branch, and one that nobody trusts. The slug names them in addresses and files. */
enum HierarchyName {
    GOVERNMENT("government", "Ban Cơ yếu Chính phủ", "RootCA chuyên dùng Chính phủ", "CA phục vụ các cơ quan Nhà nước"),
    PARTY("party", "Ban Cơ yếu Chính phủ", "RootCA chuyên dùng Đảng", "CA phục vụ các cơ quan Đảng"),
    PUBLIC("public", "Bộ Khoa học và Công nghệ", "RootCA công cộng quốc gia", "CA công cộng"),
    UNTRUSTED("untrusted", "Không rõ nguồn gốc", "RootCA tự lập", "CA tự lập");

    private final String slug;
    private final String organisation;
    private final String rootName;
    private final String issuingName;

    HierarchyName(String slug, String organisation, String rootName, String issuingName) {
        this.slug = slug;
        this.organisation = organisation;
        this.rootName = rootName;
        this.issuingName = issuingName;
    }

    static HierarchyName of(Branch branch) {
        return switch (branch) {
            case GOVERNMENT -> GOVERNMENT;
            case PARTY -> PARTY;
            case PUBLIC -> PUBLIC;
        };
    }

    String organisation() {
        return organisation;
    }

    String rootName() {
        return rootName;
    }

    String issuingName() {
        return issuingName;
    }

    String rootSlug() {
        return slug + "-root";
    }

    String issuingSlug() {
        return slug + "-ca";
    }

    String responderSlug() {
        return slug + "-ocsp";
    }
}
