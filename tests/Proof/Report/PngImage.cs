using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SageMakerIam.Tests.Proof.Report;

/// <summary>
/// Reads the pixels of a PNG with eight bits a channel, as Chromium writes screenshots (W3C, "Portable Network Graphics").
/// </summary>
internal static class PngImage
{
    public static IReadOnlyList<(byte Red, byte Green, byte Blue)> Pixels(byte[] png)
    {
        var (width, height) = (Number(png, 16), Number(png, 20));
        var channels = png[25] == 6 ? 4 : 3;
        var rows = Inflate(png);
        var stride = width * channels;
        var above = new byte[stride];
        var pixels = new List<(byte, byte, byte)>(width * height);
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan((y * (stride + 1)) + 1, stride).ToArray();
            Unfilter(rows[y * (stride + 1)], row, above, channels);
            for (var x = 0; x < stride; x += channels)
            {
                pixels.Add((row[x], row[x + 1], row[x + 2]));
            }

            above = row;
        }

        return pixels;
    }

    private static byte[] Inflate(byte[] png)
    {
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length; at += 12 + Number(png, at))
        {
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
            {
                data.Write(png, at + 8, Number(png, at));
            }
        }

        data.Position = 0;
        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    private static void Unfilter(byte filter, byte[] row, byte[] above, int channels)
    {
        for (var x = 0; x < row.Length; x++)
        {
            int left = x < channels ? 0 : row[x - channels];
            int corner = x < channels ? 0 : above[x - channels];
            row[x] += (byte)(
                filter switch { 1 => left, 2 => above[x], 3 => (left + above[x]) / 2, 4 => Paeth(left, above[x], corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at, 4));
}
