using System.IO.Compression;

namespace SageMakerIam.Tests.SetUp;

/// <summary>A small package of Python, as an index holds it.</summary>
internal static class Wheel
{
    /// <summary>Makes one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">The package's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="files">What it holds, by path.</param>
    public static void Make(string folder, string name, string version, params (string Path, string Text)[] files)
    {
        var about = $"{name}-{version}.dist-info";
        (string Path, string Text)[] all =
        [
            .. files,
            ($"{about}/METADATA", $"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: server\n"),
            ($"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        ];
        using var wheel = ZipFile.Open(Path.Combine(folder, $"{name}-{version}-py3-none-any.whl"), ZipArchiveMode.Create);
        foreach (var (path, text) in all.Append(
            ($"{about}/RECORD", string.Concat(all.Select(file => $"{file.Path},,\n")) + $"{about}/RECORD,,\n")))
        {
            using var entry = new StreamWriter(wheel.CreateEntry(path).Open());
            entry.Write(text);
        }
    }
}
