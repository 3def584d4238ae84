using System.Diagnostics;

namespace SageMakerIam.Tests.Proof.Report;

/// <summary>Headless Chromium.</summary>
internal static class Browser
{
    /// <summary>The path of Chromium; null where it is not installed.</summary>
    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(path => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(path, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>What becomes of a page in the browser; it is started for each.</summary>
    public static async Task<ShownPage> ShowAsync(string html)
    {
        var folder = Directory.CreateTempSubdirectory("browser");
        string InFolder(string name) => Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(InFolder("page.html"), html);
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={InFolder("profile")}",
            "--dump-dom", $"--screenshot={InFolder("page.png")}", "--window-size=1200,1600", "--hide-scrollbars",
        ];
        var start = new ProcessStartInfo(
            Chromium!,
            [.. arguments, new Uri(InFolder("page.html")).AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var document = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var page = new ShownPage(document, PngImage.Pixels(await File.ReadAllBytesAsync(InFolder("page.png"))));
        folder.Delete(recursive: true);
        return page;
    }
}

/// <summary>A page that a browser shows.</summary>
/// <param name="Document">The document as the browser understands it.</param>
/// <param name="Pixels">The pixels of its first 1,200 by 1,600.</param>
internal sealed record ShownPage(string Document, IReadOnlyList<(byte Red, byte Green, byte Blue)> Pixels);

/// <summary>A test that needs Chromium: it is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Chromium is null)
        {
            Skip = "Chromium is not installed: apt-get install chromium";
        }
    }
}
