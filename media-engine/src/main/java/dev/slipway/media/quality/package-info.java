/** How near encoded pictures are to what they were made from: XPSNR, PSNR and SSIM. */
@NullMarked
package dev.slipway.media.quality;

import org.jspecify.annotations.NullMarked;
