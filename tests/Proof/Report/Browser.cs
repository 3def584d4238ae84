using System.Diagnostics;

namespace SageMakerIam.Tests.Proof.Report;

/// <summary>A page in headless Chromium.</summary>
internal sealed class Browser : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("browser");

    /// <summary>The path of Chromium; null where it is not installed.</summary>
    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(path => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(path, name)))
        .FirstOrDefault(File.Exists);

    private string Page => Path.Combine(folder.FullName, "page.html");

    public static async Task<Browser> OpenAsync(string html)
    {
        var browser = new Browser();
        await File.WriteAllTextAsync(browser.Page, html);
        return browser;
    }

    /// <summary>The document as the browser understands it.</summary>
    public Task<string> ReadAsync() => RunAsync("--dump-dom");

    /// <summary>The pixels of the page.</summary>
    public async Task<IReadOnlyList<(byte Red, byte Green, byte Blue)>> ScreenshotAsync()
    {
        var file = Path.Combine(folder.FullName, "page.png");
        await RunAsync($"--screenshot={file}", "--window-size=1200,1600", "--hide-scrollbars");
        return PngImage.Pixels(await File.ReadAllBytesAsync(file));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> RunAsync(params string[] arguments)
    {
        string[] quiet =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
        ];
        var start = new ProcessStartInfo(Chromium!, [.. quiet, .. arguments, new Uri(Page).AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}

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
