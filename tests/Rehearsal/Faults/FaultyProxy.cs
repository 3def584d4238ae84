using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SageMakerIam.Tests.Rehearsal.Faults;

/// <summary>An HTTP proxy before the emulated AWS, on a free port of the loopback interface, which lets calls go wrong by a plan.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    // Of the hop to the proxy, not of the call.
    private static readonly string[] OfTheHop = ["Host", "Connection", "Transfer-Encoding", "Content-Length", "Expect", "Keep-Alive"];

    private readonly Uri target;
    private readonly Func<string, int, Fault?> plan;
    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly ConcurrentDictionary<string, int> spoiled = new();

    private FaultyProxy(Uri target, Func<string, int, Fault?> plan)
    {
        this.target = target;
        this.plan = plan;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The API actions of which a call went wrong.</summary>
    public IEnumerable<string> Spoiled => spoiled.Keys;

    /// <summary>Starts a proxy.</summary>
    /// <param name="target">The URL of the emulated AWS.</param>
    /// <param name="plan">
    /// What happens to a call, by the API action (the path of a call that is none of AWS) and which call of that action it is, from 1;
    /// null for nothing.
    /// </param>
    public static async Task<FaultyProxy> StartAsync(Uri target, Func<string, int, Fault?> plan)
    {
        var proxy = new FaultyProxy(target, plan);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var action = Action(context.Request, body.ToArray());
        var fault = plan(action, calls.AddOrUpdate(action, 1, (_, count) => count + 1));
        if (fault is not null)
        {
            spoiled.AddOrUpdate(action, 1, (_, count) => count + 1);
        }

        switch (fault)
        {
            case Fault.Unavailable:
                context.Response.StatusCode = 503;
                return;
            case Fault.Reset:
                context.Abort();
                return;
            case Fault.Throttled:
                await RefuseAsync(context, 400, "Throttling");
                return;
            case Fault.Denied:
                await RefuseAsync(context, 403, "AccessDenied");
                return;
            case Fault.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case Fault.NotOfAws:
                await context.Response.WriteAsync("<html><body>Sign in to the network.</body></html>");
                return;
        }

        using var answer = await ForwardAsync(context.Request, body.ToArray());
        switch (fault)
        {
            case Fault.LostAnswer:
                context.Abort();
                return;
            case Fault.DoneAndFailed:
                await RefuseAsync(context, 500, "InternalFailure");
                return;
        }

        var content = await answer.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheHop.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        context.Response.ContentLength = content.Length;
        if (fault == Fault.HalfAnswer)
        {
            await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(content);
    }

    /// <summary>
    /// The API action: a parameter of IAM's and STS's forms, the end of a header of the services that speak JSON, and for S3 the method
    /// with what it is done to, <c>PUT policy</c>; the path of a call that is none of AWS.
    /// </summary>
    private static string Action(HttpRequest request, byte[] body) =>
        request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target ? target.Split('.')[^1]
        : request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true
            ? QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body))["Action"].ToString()
            : request.Headers.Authorization.ToString().Contains("/s3/aws4_request", StringComparison.Ordinal)
                ? $"{request.Method} {request.Query.Keys.FirstOrDefault(key => key != "x-id") ?? "bucket"}"
            : request.Path;

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request, byte[] body)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(target, request.Path + request.QueryString))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, values) in request.Headers.Where(header => !OfTheHop.Contains(header.Key)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                forwarded.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return await http.SendAsync(forwarded);
    }

    /// <summary>An error in the shape of IAM's and of Secrets Manager's at once: XML, with the code in a header as well.</summary>
    private static async Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-requestid"] = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-errortype"] = code;
        var isJson = context.Request.Headers.ContainsKey("X-Amz-Target");
        await context.Response.WriteAsync(isJson
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"__type":"{{code}}","message":"a fault of the test"}""")
            : $"<ErrorResponse><Error><Code>{code}</Code><Message>a fault of the test</Message></Error></ErrorResponse>");
    }
}
