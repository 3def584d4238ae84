using System.Collections.Immutable;
using Grpc.Core;
using Pulumirpc;
using Wire;

namespace Rehearsal.Engine;

/// <summary>The calls of functions: those of providers, and the engine's own.</summary>
internal static class Invokes
{
    private const string ReadStackResourceOutputs = "pulumi:pulumi:readStackResourceOutputs";

    /// <summary>Calls a function.</summary>
    /// <param name="update">The update that the program calls from.</param>
    /// <param name="request">The call.</param>
    /// <exception cref="RpcException">The function is not known, or its provider refused.</exception>
    public static async Task<ResourceInvokeResponse> CallAsync(Update update, ResourceInvokeRequest request)
    {
        try
        {
            var result = request.Tok == ReadStackResourceOutputs
                ? PropertyMap.Of(("outputs", update.ReadResources().Values))
                : await update.Providers.OfFunction(request.Tok, request.Provider)
                    .InvokeAsync(request.Tok, Arguments(request)).ConfigureAwait(false);
            return new ResourceInvokeResponse { Return = PropertyEncoding.Encode(result.Values) };
        }
        catch (ProviderException refused)
        {
            throw update.Refuse(request.Tok, refused.Message);
        }
        catch (EngineException unknown)
        {
            throw update.Fail(request.Tok, unknown.Message);
        }
    }

    private static PropertyMap Arguments(ResourceInvokeRequest request) => new(PropertyEncoding.Decode(request.Args)
        .ToImmutableDictionary(argument => argument.Key, argument => PropertyValue.Plain(argument.Value)));
}
