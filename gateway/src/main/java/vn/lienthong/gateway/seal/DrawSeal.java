package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.lasting.ProveBriefly;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.Places;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.form.UnusablePicture;
import vn.lienthong.gateway.signature.form.VisibleForm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/** Prepares the file of an order for its agency's key: drawn on a PDF, unseen in a file of another kind. */
final class DrawSeal {

    private final AgencySeals seals;
    private final FormSettings settings;
    private final SignVisibly signing;
    private final ProveBriefly proving;
    private final KeptPictures pictures = new KeptPictures();

    /** @param proving what is laid beside signatures that nothing takes further later */
    DrawSeal(AgencySeals seals, FormSettings settings, ProveBriefly proving) {
        this.proving = proving;
        this.seals = seals;
        this.settings = settings;
        this.signing = new SignVisibly(settings);
    }

    /** Why a file is not signed, each reason once. */
    List<Finding> screen(SealOrder order, byte[] pdf) {
        return signing.screen(order.name(), pdf);
    }

    /** Ready but for its value, in the form that the order wants. */
    PreparedSeal prepare(SealOrder order, SealKeys.Opened opened, byte[] file, Instant at)
            throws SigningException, IOException {
        if (order.shape().form() != SignatureForm.PADES) {
            return PreparedSeal.unseen(
                    order,
                    opened.key(),
                    settings,
                    proving.of(order.agency(), order.shape().kind()),
                    file,
                    at);
        }
        PreparedPdf pdf = signing.prepare(
                file,
                opened.key().chain(),
                screened -> form(order, opened.seal(), screened),
                SignatureDetails.of(order.signer(), order.reason(), at));
        return new PreparedSeal.Drawn(pdf, signing, at);
    }

    /** How it will look, and where. */
    VisibleForm form(SealOrder order, AgencySeal seal, byte[] pdf) throws SigningException {
        Place usual = Places.suggest(pdf, order.shape().kind());
        try {
            Place place = order.spot()
                    .map(spot -> usual.movedTo(spot.page(), spot.leftMm(), spot.topMm()))
                    .orElse(usual);
            return order.shape().at(place, picture(seal));
        } catch (IllegalArgumentException unfit) {
            throw new SigningException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private Optional<Picture> picture(AgencySeal seal) throws SigningException {
        Optional<byte[]> png = seals.picture(seal.id());
        try {
            return png.isEmpty() ? Optional.empty() : Optional.of(pictures.of(png.get()));
        } catch (UnusablePicture broken) {
            throw new SigningException("seal " + seal.id() + ": " + broken.getMessage(), broken);
        }
    }
}
